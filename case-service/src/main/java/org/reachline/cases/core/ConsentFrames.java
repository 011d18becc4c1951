package org.reachline.cases.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a clause asks for, by its shape: who is to end or begin what, to whom. A frame stands at the
 * beginning of a clause, behind courtesy and address alone: there English and Spanish put what is
 * asked of us, and what is told of others stands elsewhere. Data, compiled once; every repetition
 * in it is bounded, and it is applied to clauses of at most forty words.
 */
final class ConsentFrames {
  /** What a frame says. */
  enum Says {
    START,
    STOP,
    DOUBT
  }

  /** A frame that fits. */
  record Fit(Says says, String rule) {}

  /** What may stand before a request. */
  private static final String LEADS =
      """
      please, ok, okay, hey, hi, hello, yo, now, just, seriously, again, listen, look, man, bro,
      sir, maam, guys, you guys, you all, you people, everyone, kindly, no, yes, yeah, ya, hola,
      oiga, oigan, mire, miren, senora, senor, por favor, disculpe, perdon, sorry, thanks,
      thank you, gracias, lo siento, also, then, si, can you, could you, would you, will you,
      can you guys, why dont you, i need you to, i want you to, i want yall to, i am asking you to,
      im asking you to, i ask you to, i asked you to, i told you to, i already told you to,
      i have told you to, i said to, told you to, tell your system to, id like you to,
      i would like you to, i would like to, id like to, i want to, i wish to, le pido que,
      les pido que, quiero que, necesito que, pueden, puede, podria, podrian, me pueden, me puede,
      favor de, les dije que, ya les dije que, quiero, quisiera, me gustaria, solo
      """;

  private static final String PARTS =
      """
      END = (?:stop|quit|end|cease|halt|discontinue|cancel|suspend|no more|nothing more|para de|enough with|done with|im done with|im good on|dejen de|paren de|paren|ya no|no mas|ya no mas|no quiero mas|ya no quiero|ya no quiero mas|ya no queremos|basta de|cancelen|cancelar)
      FILL = (?: (?:the|all|all of|of|these|those|this|that|your|my|any|more|with|w|send|receive|me|us|to|a|an|so|many|much|from|you|damn|stupid|annoying|fucking|fkn|freaking|dumb|constant|automated|automatic|auto|robot|robo|bot|mass|group|daily|weekly|appt|appointment|agency|appointments|de|los|las|el|la|mi|mis|esos|estos|esas|estas|tantos|tantas|mas|nada|que|mandarme|estar|recibiendo|sms|phone|your agency|every day|all day|and|dont|no|please|out)){0,6}
      MEDIA = (?:msg|write|reminder|outreach)
      OTHER = (?! (?:him|her|them|his|her|each other|my (?!phone|number|cell|line|case|caseworker)|the (?!phone|number)|other people|people|everyone|someone|somebody|a mi (?!numero|telefono|celular)|a el|a ella|al |back and forth|en la tele|from (?:him|her|them|my|his|the|that)|de (?:el|ella|mi|su)|about|left|yet|w him|with (?:him|her|my|them)))
      ME = (?:me|us|my (?:phone|number|cell|line|celular|telefono)|this (?:phone|number|cell|line|here)|here|mi (?:numero|telefono|celular)|este (?:numero|telefono|celular)|a este (?:numero|telefono|celular)|a mi (?:numero|telefono|celular)|aqui)
      AFTER = (?:(?:anymore|any more|again|ever|please|now|no more|mas|nunca|nada|ok|thanks|anything|any|at|on|until|till|til|after|before|past|between|while|when|today|tonight|this|these|those|for|rn|right|late|here|in|i|im|you|or|otra|de nuevo|por|ya|hoy|hasta|despues|antes|en|tan|cuando|mientras|a este|a mi|mas por favor|gracias|jamas|para|unless|except|if|solo|con|about|so|to (?:this|my|remind|ask|tell|check)))
      NOT = (?:dont|do not|never|dont ever|do not ever|dont you|dont you ever|dont keep|no quiero que|ya no quiero que|i dont want you to|i do not want you to|i dont want yall to|i no longer want you to|dont want you to|i would prefer you not|please not)
      NO = (?:no|nunca|ya no|jamas|no quiero que|ya no quiero que|ya nunca|que ya no|que no)
      WANT = (?:(?:i |id |we |yo |i really |i just |i also |i still )?(?:dont want|do not want|dont wish|do not wish|no longer want|no longer wish|never want|not want|dont need|do not need|no longer need|dont care|am not interested in|im not interested in|not interested in|no quiero|ya no quiero|no deseo|ya no deseo|no necesito|ya no necesito|no me interesan?|ya no me interesan?|rather not|prefer not|would rather not))
      """;

  private static final String FRAMES =
      """
      START = (?:you (?:can|may) |go ahead and )?(?:start|resume|restart|begin|continue|keep|reactivar|reactiven|reanudar|reanuden|activar|activen) (?:to )?<FILL> ?(?:write|msg|reminder)(?: me)?(?: again| now| please)?
      START = (?:you (?:can|may) )?(?:write|msg|send)(?: me)?(?: the| my| your)?(?: reminder| msg)? again(?: now| please| thanks)?
      START = (?:you (?:can|may) )(?:now )?(?:write|msg)(?: me)?(?: here| this number)?(?: now| again| anymore| anytime)?
      START = (?:turn|switch|put)(?: it| them| me| msg| the msg| my msg| the reminder| reminder| this)? (?:back )?(?:back on|on again|on)(?: the list| your list| list| again| please| the msg list)?
      START = (?:sign|opt|add|put|subscribe)(?: me)? (?:back )?(?:back up|up again|back in|in again|back|back on|again|on the list|back to the list)(?: for msg| for the msg| to the list| to msg| list| please| again)?
      START = (?:i )?(?:hit|sent|said|pressed|msg|wrote|typed|put|did|pushed)(?: the)? stop (?:by accident|by mistake|accidentally|on accident|by error|por error|por accidente)(?: .{0,40})?
      START = (?:i )?(?:accidentally|mistakenly) (?:hit|sent|said|pressed|msg|wrote|typed|put|unsubscribe|unsubscribed|opted out|opted) ?(?:the )?(?:stop|out)?(?: .{0,40})?
      START = (?:i )?(?:didnt|did not) mean to (?:say|send|msg|hit|write|type|opt out|unsubscribe|press|put) ?(?:stop)?(?: .{0,40})?
      START = (?:i )?(?:want |need |would like |like )(?:to )?(?:start |keep )?(?:receive|have|read)(?: the| your| my| these)? ?(?:msg|reminder)(?: from you)? (?:again|back|once more)(?: please)?
      START = (?:i )?(?:changed my mind|change my mind) .{0,20}(?:write|msg|start)(?: me)?(?: again)?
      START = (?:i )?want (?:my|the|your) (?:msg|reminder) back
      START = (?:vuelvan?|volver|vuelva) a (?:write|send|receive)(?:me)?(?: msg| los msg| reminder| los reminder| sus msg| your msg)?(?: please| otra vez)?
      START = (?:quiero |deseo |me gustaria )?(?:volver a |otra vez )?receive(?: los| your)? (?:msg|reminder)(?: otra vez| de nuevo)
      START = (?:quiero |deseo |me gustaria )?volver a receive(?: los| your)? ?(?:msg|reminder)?(?: otra vez| de nuevo| de you)?
      START = (?:ya )?(?:me )?(?:pueden|puede) (?:volver a )?(?:write|send)(?: me| msg| los msg| reminder| los reminder)?(?: otra vez| de nuevo| ya| please)
      START = (?:ya )(?:me )?(?:pueden|puede) (?:volver a )?(?:write|send)(?: me| msg)?
      START = (?:puse|mande|send|write|dije|escribi) (?:stop|alto|baja) (?:por error|sin querer|por accidente|por equivocacion)(?: .{0,40})?

      DOUBT = (?!.*\\b(?:him|her|them|he|she|they|it|myself|crying)\\b).{0,60}\\b(?:how (?:do|can) i|how to|como (?:me|le|hago|puedo)) .{0,30}(?:unsubscribe|opt out|stop (?:the |your |these |receive )?(?:msg|write|reminder)|remove|dar de baja|darme de baja|baja)(?: .{0,30})?
      STOP = <END><FILL> <MEDIA><OTHER>(?: .{0,80})?
      STOP = <END><FILL> call (?:<ME>)(?: .{0,80})?
      STOP = <END><FILL> call(?:$| anymore| at| on| already| please| todo)(?: .{0,60})?
      STOP = (?:stop|quit|dejen de|paren de) (?:send|bothering2)(?: me)?(?: any| all| this| that| these| those| your| so much| shit| stuff| crap| things| cosas| esas| esto| eso)* ?(?:shit|stuff|crap|bs|junk|things|cosas|esto|eso|anything|esas cosas|links|link)(?: .{0,20})?
      STOP = (?:stop|quit) (?:hitting|hit) (?:me|my phone|this phone) ?(?:up)?(?: .{0,20})?
      STOP = (?:stop|quit) (?:blowing|blow) (?:up )?(?:me|my|this) ?(?:phone|cell)?(?: up)?(?: .{0,20})?
      STOP = (?:stop|quit|end) (?:this|the|my|your|these) (?:service|subscription|program msg|thread|chat|number)(?: .{0,20})?
      STOP = <NOT> (?:be )?(?:write|msg|contact)(?:(?: <ME>)(?:$| <AFTER>)(?:.{0,80})?| anymore(?: .{0,60})?| again(?: .{0,60})?| mas(?: .{0,60})?| here(?: .{0,60})?| at (?:this|my) .{0,60}| this (?:phone|number|cell|line)(?: .{0,60})?| a este .{0,60}| a mi (?:numero|telefono|celular).{0,60}| nada(?: .{0,40})?| otra vez| nunca(?: .{0,40})?)
      STOP = (?:ya )?(?:no|nunca) write(?: (?:mas|nada|ya|a este .{0,30}|aqui|nunca|please|gracias).{0,40})?
      DOUBT = <NOT> (?:msg|write)
      STOP = <NO> (?:me |nos )?(?:vuelvan?|vuelva|vuelvas) a (?:write|call|send|msg|molestar)(?: .{0,60})?
      STOP = <NO> (?:me |nos )(?:esten |este |anden |sigan |siga |estes )?(?:write)(?: (?!a mi (?!numero|telefono|celular)).{0,60})?
      STOP = <NO> (?:me |nos )(?:esten |este |anden |sigan |siga |estes )?(?:send)(?:$| (?:mas|nada|ya|please|tantos|tantas|esos|esas|estos|eso|esto|los|las|ninguna?|ningun|otra|otro)(?: .{0,60})?| (?:msg|reminder|outreach)(?: .{0,60})?)
      STOP = <NO> (?:me |nos )(?:esten |este |anden |sigan |siga |estes )?call(?: .{0,60})?
      STOP = <NOT> call (?:me|us|this (?:phone|number)|my (?:phone|cell|number)|here|at this .{0,20})(?:.{0,60})?
      STOP = <NOT> send (?:me |us )?(?:any |any more |no more |more |these |those |your |the |so many |anymore |ningun |ninguna )*(?:msg|reminder|outreach|anything|anymore|nothing|stuff|crap|shit|nada)(?: .{0,60})?
      STOP = <NOT> (?:msg|write) (?:or|ni|nor) call(?: .{0,40})?
      STOP = <NOT> call (?:or|ni|nor) (?:msg|write)(?: .{0,40})?
      STOP = (?:im |i am )?not (?:to be )?(?:write|contacted|contact)(?: .{0,30})?
      STOP = <WANT>(?! to (?:msg|write|send|call))(?: (?:to|any|more|anymore|be|the|your|these|those|this|all|receive|have|send|you|me|for|que|me|a|seguir|recibiendo|ningun|ninguno|ninguna|mas|de|sus|los|las|nos|esten|hear|nothing|so|many|appt|appointment|such|that)){0,7} (?:msg|write|reminder|outreach)(?! (?:him|her|them|my (?!phone|number|cell)|the|back|about|left|now|anyone|mi (?!numero|telefono|celular)))(?: .{0,60})?
      STOP = <WANT>(?: (?:to|any|anymore|que|me|a|more|you|mas))* call me(?: .{0,40})?
      STOP = <WANT>(?: (?:to|any|anymore|que|me|a|more|you|mas|esten))* (?:nos|me) call(?: .{0,40})?
      STOP = <WANT> (?:to )?(?:be )?(?:contacted|messaged|texted|called|on (?:the|your|this) (?:msg )?list)(?: (?!by (?:him|her|my|them)).{0,60})?
      STOP = <WANT> (?:to )?(?:hear|receive|have) (?:anything |nothing |any more |more |again )?(?:from|de|que venga de) (?:you|here|this agency|your agency)(?: .{0,60})?
      STOP = <WANT> (?:mas |seguir |que me )?(?:receive|recibiendo|saber|send)(?: mas)? nada(?: mas)?(?: .{0,30})?
      STOP = <WANT> nada(?: mas)? (?:de|con) you(?: .{0,30})?
      STOP = <WANT> nothing (?:else )?(?:from|de) you(?: .{0,30})?
      STOP = <WANT> (?:to )?(?:be )?(?:subscribed|part of (?:this|your) .{0,20}|in (?:this|your) (?:group|list|msg).{0,20}|your service.{0,20}|esta list.{0,20})
      STOP = (?:remove|take|sign|drop|receive(?= (?:me|my \\w+|this \\w+) off)|delete|pull|erase|scratch|unenroll|unlist) (?:me|us|my (?:name|number|phone|info|cell|contact)|mi (?:numero|nombre|telefono|informacion)|this (?:number|phone)|mine)(?: (?:off|from|out|of|de|del|out of|off of|on))?(?: (?:the|your|this|that|all|these|any|la|your|esa|esta|msg|contact|mailing|calling|outreach|reminder|group|call|phone|su|los|las|el|sms))*(?: (?:list|msg|this|it|these|system|sistema|database|contacts|file|group|thing|everything|reminder|outreach|chat|grupo|directory|base de datos))?(?: (?:please|now|immediately|asap|thanks|already|ya|today|anymore)){0,3}
      STOP = remove (?:de|del)(?: (?:la|el|los|las|your|esta|esa|this))*(?: (?:list|msg|sistema|grupo|base de datos|aqui))?(?: (?:de msg|de you|please|ya|de contactos|de sms))*$
      STOP = (?:den|de|dar|dame|denme|deme|darme)(?:me)? (?:de )?baja(?: (?:de|del|en|please|ya|la|los|las|your|list|msg|todo|servicio|esto|este|esta|sistema|programa de msg))*$
      STOP = (?:cancel|cancelar|cancelen|end|stop) (?:my |mi |the |la |this )?(?:subscription|suscripcion)(?: .{0,30})?
      STOP = nothing (?:more|else)(?: please)? from you(?: .{0,20})?
      STOP = (?:i )?want out of (?:this|these|the|your) (?:msg|list|reminder|outreach)(?: .{0,20})?
      STOP = (?:lose|delete|erase|forget|trash|block|olviden?|olvide|remove|pierdan) (?:my|this|mi|este) (?:number|numero|info|contact|phone number|phone)(?: .{0,40})?
      STOP = (?:unsubscribe|unenroll|opt)(?: me)?(?: out)?(?: (?:of|from|de|to))?(?: (?:the|your|this|all|these|any|everything|los|las|el|la|esto|from|every))*(?: (?:msg|reminder|outreach|list|service|everything|this|alerts|it|servicio|system))?(?: (?:please|now|already|asap|immediately|right now|ya))*$
      STOP = (?:i )?(?:want |wish |choose |would like |am |m |im )?(?:to )?(?:be )?(?:unsubscribe|unsubscribed|opt out|opting out|opted out|(?<=be )remove|(?<=want |be )off|baja)(?: (?:of|from|off|the|your|this|these|all|my|list|msg|reminder|outreach|system|me|please|now))*(?: (?:list|msg|reminder|outreach))?$
      STOP = (?:take|get|put)? ?(?:me )?(?:off|on) (?:your|the) (?:do not|dont) (?:call|msg|contact|write)(?: .{0,20})?
      STOP = (?:do not|dont) (?:contact|call|msg|write) list(?: .{0,20})?
      STOP = (?:i )?(?:hereby )?(?:withdraw|revoke|rescind|take back|am revoking|im revoking|cancel|end|retiro|revoco|retirar|cancelo) (?:my|all|mi|all my|any|my msg|the) ?(?:consent|permission|authorization|consentimiento|permiso|autorizacion|subscription|suscripcion|opt in)(?: (?!(?:to|for) (?:release|treat|records)).{0,60})?
      STOP = (?:i |yo )?(?:didnt|did not|never|dont remember) (?:ask|asked|sign up|signed up|subscribe|subscribed|opt in|request)(?: (?:to|for|you|receive|any|these|the|your|this|all))* (?:msg|write|reminder|outreach|this)(?: .{0,30})?
      STOP = (?:i |yo )?(?:dont|do not|no|no longer|ya no)(?: les| le)? (?:consent|agree|authorize|autorizo|consiento|doy permiso|give permission|give you permission)(?: (?:to|for|for you|you|de|para|que|me|us|be|any|these|the|your|receive|send|more|all|this))*(?: (?:msg|write|reminder|outreach|this|send msg))?(?: anymore)?$
      STOP = (?:i (?:already )?|ya )?(?:msg|sent|texted|replied|typed|write|mande|send|puse|unsubscribed|opted) (?:you )?(?:stop|out|unsubscribe|alto|baja)(?: (?:already|twice|before|like|so|and|why|3|three|two|5|ten|times|ya|hace).{0,40})?
      STOP = (?:i )?(?:told|asked) (?:you|you people|you guys) (?:to )?(?:already )?(?:stop|quit|not to (?:msg|write|call))(?: .{0,40})?
      STOP = (?:you (?:have|got|have got|guys have) |this is |its |i think you have |tienen? |es |esta es |este es |tiene el |you reached |u got )?(?:the |a |el |un )?(?:wrong (?:number|person|phone|guy|woman|man|lady)|numero equivocado|telefono equivocado|persona equivocada|number equivocado)(?: .{0,60})?
      STOP = (?:se equivoco|se equivocaron|esta equivocado|estan equivocados|se equivocan)(?: de)? (?:numero|number|persona|telefono)(?: .{0,40})?
      STOP = (?:this|este|that)(?: is| isnt| ya)?(?: not| no es)?(?: my| mi)? (?:number|numero|phone|telefono)(?: is)?(?: not| no es| ya no es)? (?:mine anymore|mine|mio|el mio|de el|my number anymore)(?: .{0,30})?
      STOP = (?:dont|do not|stop|quit|no|nunca|dejen de) (?:share|sharing|give out|giving out|giving|give|compartan?|comparta|compartir|den|dar|sell|pass|passing) (?:out )?(?:my|mi) (?:info|information|data|number|name|informacion|datos|numero|file|records|expediente|details|stuff)(?: .{0,60})?
      STOP = (?:stop|end|no) (?:the )?(?:whatsapp|messenger|facebook|telegram|instagram)(?: .{0,40})?
      STOP = <NOT> (?:whatsapp|messenger|facebook|telegram|instagram)(?: me)?(?: .{0,40})?

      DOUBT = (?:leave|let) (?:me|us) (?:alone|be|tf alone|the hell alone|the fuck alone)(?: .{0,30})?
      DOUBT = (?:i )?(?:said |had |have had |ive had )?enough(?: already| is enough| of this| of you| of it)?
      DOUBT = (?:im|i am|were|we are) (?:so )?(?:done|finished|over|through) (?:with|w) (?:you|your)(?: .{0,30})?
      DOUBT = (?:go away|get lost|fuck off|f off|fuck you|fuck yall|piss off|bug off|back off|screw you|shut up|shut the fuck up|callense|vayanse|larguense|chinguen?.{0,20}|vayase.{0,20})(?: .{0,20})?
      DOUBT = (?:ya )?(?:basta|estuvo bueno|fue suficiente|es suficiente|suficiente)(?: ya| ya basta)?
      DOUBT = (?:me )?(?:dejen|dejenme|dejeme|dejame|dejarme)(?: ya)?(?: en paz| tranquilo| tranquila| solo| sola| me en paz)(?: .{0,20})?
      DOUBT = (?:me tienen harto|me tienen harta|estoy harto|estoy harta|ya me canse|me cansaron|que molestos|me molestan)(?: (?:de you|de your|de tantos|de los msg|con tantos|de esto).{0,20})?
      DOUBT = (?:stop|quit) (?:it|this|that|bothering|bugging|harassing|pestering|bothering me|bugging me|annoying|talking|talking to|messing with|with it|with this|with that|trying|asking)(?: (?:me|us|now|already|please|so much|questions).{0,20})?
      DOUBT = (?:<NOT>|<NO>) (?:bother|bug|harass|pester|molestar|moleste|molesten|talk to|speak to|hit|hmu|reach out|reply|respond|answer|me molesten|me moleste|me hablen|me hable|me busquen|me busque|hablen)(?: (?:me|us|to me|mas|ya|anymore|again|up|please|back|nunca|con).{0,40})?
      DOUBT = (?:quit it|cut it out|knock it off|give it a rest|give me a break|give me space|i need space|need space|not interested|im not interested|no me interesa|no estoy interesado|no estoy interesada|whatever stop|lay off)(?: .{0,15})?
      DOUBT = (?:why (?:do|are) you|why you|you)(?: all| people| guys)?(?: keep| always| still)(?: on)? (?:write|msg|spam|spamming|bothering|harassing|call)(?: me)?(?: so much| so many| too much| every day| all day| all the time| nonstop)?
      DOUBT = you(?: guys| people)? (?:msg|write|call|send)(?: me)?(?: msg)? (?:too|way too|so) (?:much|many|often)(?: .{0,20})?
      DOUBT = no more(?: please)?
      DOUBT = (?:too|way too|so|demasiados|muchos|tantos|way to) (?:many|much)? ?(?:msg|reminder|call)(?: .{0,20})?
      DOUBT = (?:(?:im|i am|im so|so) )?(?:tired|sick|sick and tired|fed up)(?: of| with)(?: (?:all|the|these|your|receive|this|getting))* (?:msg|write|reminder|call|you)(?: .{0,20})?
      DOUBT = (?:i )?(?:might|may|maybe|think i want to|not sure if i|dont know if i).{0,20} (?:stop|opt out|unsubscribe|want)(?:.{0,10}) (?:msg|reminder|list)(?: .{0,20})?
      DOUBT = <NOT> (?:msg|write)(?: me)? back(?: .{0,20})?
      """;

  private static final Pattern NEGATED = Pattern.compile("\\b(?:no|dont|not|never|nunca)\\b");

  /** Where a request may begin in the middle of a clause. */
  private static final Pattern BEGINS =
      Pattern.compile(
          "\\b(?!(?:to|i|we|you|cant|wont|didnt|doesnt|not|never|dont|gonna|will|should|could|would|did"
              + "|does|do|that|bus|next|pit|full|the|a|my|last|first|this|truck|rest|people|nobody"
              + "|phone|no|just|it|me|for|of|de|que|la|el|un|una|en) )[a-z0-9]+ "
              + "(?=(?:please|stop|quit|dont|do not|dejen|paren|remove|take me|unsubscribe|cancel the"
              + "|cancel these|cancel your|delete my|no me|no nos|ya no|can you|could you)\\b)");

  private static final Pattern ABOUT_OTHERS =
      Pattern.compile(
          "\\b(?:he|she|they|him|her|them|said|says|saying|told|tell|tells|asked|ask|who|if|why|when"
              + "|how|husband|wife|boyfriend|girlfriend|bf|gf|ex|landlord|boss|mom|dad|mother|father"
              + "|sister|brother|son|daughter|friend|worker|caseworker|nobody|someone|el dijo|ella"
              + "|ellos|dijo|dice|dicen|dijeron|si|cuando|como|esposo|esposa|novio|novia|mama|papa"
              + "|hijo|hija|jefe|amigo|amiga|trabajadora)\\b");

  /** One of these stands in every frame: most clauses hold none and are not looked at further. */
  private static final Pattern ANCHORS =
      Pattern.compile(
          "\\b(?:stop|msg|write|send|call|reminder|outreach|list|number|numero|phone|telefono|celular|unsubscribe"
              + "|unsubscribed|unenroll|opt|opted|opting|out|off|remove|baja|subscription|suscripcion"
              + "|subscribed|contact|contacted|consent|consentimiento|permiso|permission|autorizo"
              + "|authorize|service|nada|nothing|anything|whatsapp|messenger|facebook|telegram"
              + "|instagram|info|informacion|information|datos|alone|be|enough|done|finished|through"
              + "|away|lost|fuck|screw|shut|piss|callense|vayanse|larguense|basta|suficiente|paz|hart[oa]"
              + "|canse|molestan|molesten|moleste|molestar|bother|bothering|bug|bugging|harass|harassing"
              + "|it|this|that|space|interested|interesa|interesad[oa]|tired|sick|reply|respond|hablen"
              + "|hable|busquen|equivocad[oa]s?|equivoco|equivocaron|equivocan|mine|mio|wrong|more|mind|share"
              + "|sharing|compartan|volver|receive|signed|hitting|hit|blowing|back|again|talk|talking|speak)\\b");

  private static final int MOST_STARTS = 12;
  private static final List<String> LEADING =
      Arrays.stream(LEADS.split(","))
          .map(lead -> lead.strip().replaceAll("\\s+", " ") + " ")
          .toList();

  private static final Map<String, String> NAMES = names();
  private static final List<Frame> ALL = frames();

  private ConsentFrames() {}

  private record Frame(Says says, Pattern shape) {}

  /**
   * The frame a clause fits: from its beginning, or, where it runs on without a stop, from where a
   * new request begins. What stands behind words about others is told, not asked.
   */
  static Optional<Fit> fitting(String clause) {
    Optional<Fit> whole = first(clause);
    if (whole.isPresent() && whole.get().says() != Says.DOUBT) {
      return whole;
    }
    Optional<Fit> later = ABOUT_OTHERS.matcher(clause).find() ? Optional.empty() : later(clause);
    return later.or(() -> whole);
  }

  private static Optional<Fit> first(String clause) {
    if (!ANCHORS.matcher(clause).find()) {
      return Optional.empty();
    }
    boolean negated = NEGATED.matcher(clause).find();
    List<String> starts = starts(clause);
    for (int no = 0; no < ALL.size(); no++) {
      Frame frame = ALL.get(no);
      boolean possible = frame.says() != Says.START || !negated;
      if (possible && starts.stream().anyMatch(start -> frame.shape().matcher(start).matches())) {
        return Optional.of(new Fit(frame.says(), "frame-" + (no + 1)));
      }
    }
    return Optional.empty();
  }

  /** The clause, and what is left of it behind each courtesy it begins with. */
  private static List<String> starts(String clause) {
    List<String> starts = new ArrayList<>(List.of(clause));
    for (int i = 0; i < starts.size() && starts.size() < MOST_STARTS; i++) {
      String start = starts.get(i);
      LEADING.stream()
          .filter(lead -> start.startsWith(lead) && start.length() > lead.length())
          .map(lead -> start.substring(lead.length()))
          .filter(rest -> !starts.contains(rest))
          .forEach(starts::add);
    }
    return starts;
  }

  private static Optional<Fit> later(String clause) {
    Matcher begins = BEGINS.matcher(clause);
    while (begins.find()) {
      Optional<Fit> fit = first(clause.substring(begins.end()));
      if (fit.isPresent() && fit.get().says() == Says.STOP) {
        return fit;
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    PARTS
        .lines()
        .forEach(
            line -> {
              int cut = line.indexOf(" = ");
              names.put(line.substring(0, cut), line.substring(cut + 3));
            });
    return names;
  }

  private static List<Frame> frames() {
    return FRAMES
        .lines()
        .filter(line -> !line.isBlank())
        .map(
            line -> {
              int cut = line.indexOf(" = ");
              return new Frame(
                  Says.valueOf(line.substring(0, cut)),
                  Pattern.compile(written(line.substring(cut + 3))));
            })
        .toList();
  }

  /** With the parts in the place of their names. */
  private static String written(String frame) {
    String out = frame;
    for (Map.Entry<String, String> part : NAMES.entrySet()) {
      out = out.replace("<" + part.getKey() + ">", part.getValue());
    }
    return out;
  }
}
