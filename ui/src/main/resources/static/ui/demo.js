// Phones page: shows /demo/state, sends what is typed. Text is written with textContent only; the case is the console's own fragment, morphed by htmx.
(() => {
  'use strict';
  const words = document.body.dataset;
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const word = (key, ...args) => (words['t' + key] ?? '').replace(/\{(\d)\}/g, (_, n) => args[n] ?? '');
  const set = (el, text) => { if (el.textContent !== text) el.textContent = text; };
  const lang = document.documentElement.lang;
  let state = null, skew = 0, playing = false;

  // ---- Times
  const clock = () => Date.now() + skew;
  const zone = () => (state?.zone ? { timeZone: state.zone } : {});
  const hhmm = (ms) => new Date(ms).toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit', hour12: false, ...zone() });
  const exact = (iso) => new Date(iso).toLocaleTimeString(lang, { hour12: false, fractionalSecondDigits: 3, hour: '2-digit', minute: '2-digit', second: '2-digit', ...zone() });
  const mmss = (s) => Math.floor(s / 60) + ':' + String(s % 60).padStart(2, '0');
  const span = (s, fine = true) => s < 60 ? word('S', s) : s < 3600 ? (fine ? word('Ms', Math.floor(s / 60), s % 60) : word('M', Math.floor(s / 60))) : s >= 7200 && !fine && s < 86400 ? word('H', Math.floor(s / 3600)) : s < 86400 ? word('Hm', Math.floor(s / 3600), Math.floor(s % 3600 / 60)) : word('D', Math.floor(s / 86400));
  const plus = (ms) => ms < 1000 ? ms + ' ms' : ms < 10000 ? word('S', (ms / 1000).toFixed(1)) : span(Math.round(ms / 1000));

  // ---- Talking to the server
  const fail = (code) => { const box = $('#error'); box.hidden = !code; set(box, code ? word('E' + code[0].toUpperCase() + code.slice(1)) || word('ERefused') : ''); };
  const post = async (path, json) => {
    try {
      const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-CSRF': words.csrf }, body: JSON.stringify(json) });
      fail(answer.ok ? '' : (await answer.json().catch(() => ({}))).code ?? 'refused');
      if (answer.ok) look();
      return answer.ok;
    } catch { fail('unreachable'); return false; }
  };
  let looking = null, lookAgain = false;
  const look = () => {
    if (looking) { lookAgain = true; return; }
    looking = (async () => {
      try { const answer = await fetch('/demo/state', { cache: 'no-store' }); if (answer.ok) { state = await answer.json(); show(); } } catch { /* the stream says that the server is away */ }
    })().finally(() => { looking = null; if (lookAgain) { lookAgain = false; look(); } });
  };

  // ---- Drawing
  const show = () => {
    if (state.maya.now) skew = Date.parse(state.maya.now) - Date.now();
    drawSam(); drawCase(); drawMaya(); drawSteps(); tick();
  };
  const list = (ol, items, make) => {
    const known = new Map($$(':scope > [data-id]', ol).map((li) => [li.dataset.id, li]));
    $('.hint', ol)?.toggleAttribute('hidden', items.length > 0);
    const atEnd = ol.scrollHeight - ol.scrollTop - ol.clientHeight < 60;
    for (const item of items) {
      let li = known.get(item.id);
      known.delete(item.id);
      if (!li) { li = make(item); li.dataset.id = item.id; ol.append(li); }
      li.update?.(item);
    }
    for (const li of known.values()) li.remove();
    if (atEnd) ol.scrollTop = ol.scrollHeight;
  };
  const drawSam = () => {
    const log = $('#sam-log');
    list(log, state.sam.messages, (message) => { const li = document.createElement('li'); li.className = message.direction; li.dir = 'auto'; li.update = (m) => set(li, m.text); return li; });
    const last = state.sam.messages.filter((m) => m.direction === 'out').at(-1);
    let how = $('.how', log);
    if (!how) { how = document.createElement('li'); how.className = 'how'; }
    const shown = last?.delivery ? word(last.delivery[0].toUpperCase() + last.delivery.slice(1)) : '';
    how.hidden = !shown;
    set(how, shown);
    if (last) { const after = $('[data-id="' + CSS.escape(last.id) + '"]', log); if (after && after.nextSibling !== how) after.after(how); }
    else how.remove();
  };
  let drawnCase = '', fetching = false, fetchAgain = false, caseStream = null, followed = '';
  const follow = (href) => { // the case tells its own changes
    if (!href || href === followed) return;
    caseStream?.close();
    followed = href;
    caseStream = new EventSource(href);
    for (const name of ['changed', 'crisis', 'taken', 'resync']) caseStream.addEventListener(name, drawCase);
    caseStream.onerror = () => { if (caseStream.readyState === 2) followed = ''; };
  };
  const drawCase = async () => {
    $('#answer-form').hidden = !state.case.open;
    follow(state.case.live);
    if (fetching) fetchAgain = true;
    if (!state.case.href || fetching) return;
    fetching = true;
    try {
      const answer = await fetch(state.case.href, { cache: 'no-store' });
      const html = answer.ok ? await answer.text() : '';
      if (html && html !== drawnCase) {
        const before = $('#entries'), atEnd = !before || before.scrollHeight - before.scrollTop - before.clientHeight < 60;
        drawnCase = html;
        await htmx.swap({ target: $('#case-body'), text: html, swap: 'innerMorph', sourceElement: $('#case-body') });
        const log = $('#entries');
        if (log && atEnd) log.scrollTop = log.scrollHeight;
      }
    } catch { /* shown again with the next state */ } finally { fetching = false; }
    if (fetchAgain) { fetchAgain = false; drawCase(); }
  };
  let wasRinging = false;
  const drawMaya = () => {
    const maya = state.maya;
    list($('#maya-log'), maya.notifications, (note) => {
      const li = $('#push').content.firstElementChild.cloneNode(true);
      li.update = (n) => { set($('.txt', li), n.text); $('time', li).dateTime = n.at; };
      li.update(note);
      return li;
    });
    $('#maya-log .hint').hidden = maya.waiting || maya.notifications.length > 0;
    $('#maya').classList.toggle('ring', maya.ringing);
    $('#maya-keys').hidden = !maya.ringing;
    $('#maya-nothing').hidden = maya.notifications.length === 0 || !maya.ringing;
    if (maya.ringing) set($('#maya-take'), word('Take', maya.code + ' 1'));
    if (maya.ringing && !wasRinging) $('#alarm').textContent = word('Ringing');
    wasRinging = maya.ringing;
  };
  const drawSteps = () => {
    const by = new Map(state.steps.map((step) => [step.key, step]));
    for (const li of $$('.steps li')) {
      const step = by.get(li.dataset.step) ?? { state: 'todo' };
      if (li.dataset.state !== 'done' && step.state === 'done' && step.at) $('#say').textContent = word('Done', $('b', li).textContent);
      li.dataset.state = step.state;
    }
    const taken = by.get('taken');
    set($('#total'), taken?.state === 'done' && taken.plusMs != null ? word('Total', plus(taken.plusMs)) : '');
    set($('#message'), state.message ? word('Message', state.message) : '');
    const { lost, doubled, late } = state.proof, proof = $('#proof'), bad = lost + doubled + late > 0;
    proof.hidden = false;
    proof.className = 'tag n ' + (bad ? 'bad' : 'ok');
    $('use', proof).setAttribute('href', '/ui/icons.svg#' + (bad ? 'x' : 'check'));
    set($('span', proof), word('Proof', lost, doubled, late));
  };
  const tick = () => {
    const now = clock();
    set($('#sam-now'), hhmm(now)); set($('#maya-now'), hhmm(now)); set($('#maya-now2'), hhmm(now));
    set($('#maya-date'), new Date(now).toLocaleDateString(lang, { weekday: 'long', day: 'numeric', month: 'long', ...zone() }));
    for (const time of $$('#maya-log time')) { const s = Math.floor((now - Date.parse(time.dateTime)) / 1000); set(time, s < 60 ? word('Now') : span(s, false)); }
    for (const time of $$('#case-body time[data-age]')) { const s = Math.max(0, Math.floor((now - Date.parse(time.dateTime)) / 1000)); set(time, time.dataset.age === 'c' ? mmss(s) : span(s, time.dataset.age === 's')); }
    if (!state) return;
    const { next, ringing, waiting, takenBy } = state.maya;
    const left = next ? Math.floor((Date.parse(next.at) - now) / 1000) : -1;
    set($('#maya-next'), waiting ? (left >= 0 ? word(ringing ? 'Next' : 'Waits', next.name, mmss(left)) : word('Open')) : takenBy ? word('Taken', takenBy) : '');
    const first = state.steps.find((step) => step.key === 'arrived');
    for (const li of $$('.steps li')) {
      const step = state.steps.find((s) => s.key === li.dataset.step) ?? { state: 'todo' };
      const before = state.steps[state.steps.indexOf(step) - 1];
      set($('small', li), step.state === 'done' && step.at ? (step.key === 'arrived' ? exact(step.at) : word('Plus', plus(step.plusMs ?? Date.parse(step.at) - Date.parse(first.at))))
        : step.state === 'now' ? word('Sofar', span(Math.max(0, Math.floor((now - Date.parse(step.at ?? before?.at ?? first?.at)) / 1000))))
        : step.key === 'taken' && ringing ? word('Turn') : '');
    }
  };
  setInterval(tick, 1000);

  // ---- Hands
  const submit = (form, field, path) => $(form).addEventListener('submit', async (event) => {
    event.preventDefault();
    const input = $(field), text = input.value.trim();
    if (!text) return;
    input.value = '';
    if (!await post(path, { text })) input.value = text;
  });
  submit('#sam-form', '#sam-text', '/demo/text');
  submit('#answer-form', '#answer-text', '/demo/answer');
  $('#maya-take').addEventListener('click', () => post('/demo/reply', { text: state.maya.code + ' 1' }));
  $('#maya-pass').addEventListener('click', () => post('/demo/reply', { text: state.maya.code + ' 2' }));
  $('#reset').addEventListener('click', async () => { if (await post('/demo/reset', {})) location.reload(); });
  for (const button of $$('[data-break]')) button.addEventListener('click', () => post('/demo/break', { what: button.dataset.break }));
  for (const button of $$('[data-tab]')) button.addEventListener('click', () => {
    $('.stage').dataset.show = button.dataset.tab;
    for (const other of $$('[data-tab]')) other.setAttribute('aria-pressed', String(other === button));
  });
  // The case's own buttons: the server presses them as its caseworker.
  $('#case-body').addEventListener('submit', (event) => {
    event.preventDefault();
    const act = new URL(event.target.action).pathname.split('/').at(-1);
    post('/demo/crisis', { act, outcome: new FormData(event.target).get('outcome') ?? '' });
  });

  // ---- Stories: typed at human speed
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const type = async (text) => {
    const input = $('#sam-text');
    input.value = '';
    for (const char of text) { input.value += char; await pause(24 + Math.random() * 36); }
    await pause(400);
    input.value = '';
    return post('/demo/text', { text });
  };
  const play = async (button) => {
    if (playing) return;
    playing = true;
    button.setAttribute('aria-pressed', 'true');
    for (let n = 1; button.dataset[n]; n++) { if (n > 1) await pause(2500); if (!await type(button.dataset[n])) break; }
    button.setAttribute('aria-pressed', 'false');
    playing = false;
  };
  for (const button of $$('[data-story]')) button.addEventListener('click', () => play(button));

  // ---- Stream with a watchdog
  let source = null, heard = 0;
  const mark = (on) => { const live = $('#live'); live.dataset.state = on ? 'on' : 'off'; set($('span', live), word(on ? 'On' : 'Off')); $('use', live).setAttribute('href', '/ui/icons.svg#' + (on ? 'check' : 'offline')); };
  const alive = () => { heard = Date.now(); mark(true); };
  const open = () => {
    source = new EventSource('/demo/live');
    heard = Date.now();
    source.onopen = () => { alive(); look(); };
    source.addEventListener('state', () => { alive(); look(); });
    source.addEventListener('beat', () => { alive(); look(); });
    source.onerror = () => { mark(false); if (source.readyState === 2) { source.close(); source = null; setTimeout(open, 2000 + Math.random() * 2000); } };
  };
  setInterval(() => { if (source && Date.now() - heard > 20000) { mark(false); source.close(); open(); } }, 1000);
  open();
  look();
})();
