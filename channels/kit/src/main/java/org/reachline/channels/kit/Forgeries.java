package org.reachline.channels.kit;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.reachline.channels.spi.RawRequest;

/** Ways to get a signature wrong, each under a name. */
final class Forgeries {
  private final Lab lab;
  private final RawRequest genuine;
  private final String signature;

  Forgeries(Lab lab) {
    this.lab = lab;
    this.genuine = lab.signedText("genuine", "hello");
    this.signature = genuine.headers().first(lab.twin.signatureHeader()).orElse("");
  }

  Map<String, RawRequest> all() {
    var all = new TreeMap<String, RawRequest>();
    all.put("no signature", Requests.headers(genuine, h -> h.without(header())));
    all.put("an empty signature", signedBy(""));
    all.put("the signature twice", twice(signature, signature));
    all.put("the signature after a wrong one", twice(flipped(), signature));
    all.put("the signature before a wrong one", twice(signature, flipped()));
    all.put("one character of the signature changed", signedBy(flipped()));
    all.put("a prefix that does not belong", signedBy("sha512=" + signature));
    all.put("the signature cut short", signedBy(signature.substring(0, signature.length() / 2)));
    all.put("the right bytes in the other encoding", signedBy(otherEncoding()));
    all.put("signed with the secret of another line", signedByAnotherLine());
    lab
        .twin
        .signOtherwise(lab.twin.text("genuine", "hello", lab.config()), lab.config(), Lab.NOW)
        .stream()
        .forEach(request -> all.put("signed with another algorithm", request));
    return all;
  }

  private RawRequest signedByAnotherLine() {
    var other = lab.config(Lab.OTHER_SECRET, Map.of());
    return lab.twin.sign(lab.twin.text("genuine", "hello", lab.config()), other, Lab.NOW);
  }

  private RawRequest signedBy(String value) {
    return Requests.header(genuine, header(), value);
  }

  private RawRequest twice(String first, String second) {
    return Requests.headers(
        genuine, h -> h.without(header()).with(header(), first).with(header(), second));
  }

  /** Changes the first character of the part that is the MAC itself. */
  private String flipped() {
    int at = signature.lastIndexOf('=', signature.length() - 3) + 1;
    char changed = signature.charAt(at) == 'a' ? 'b' : 'a';
    return signature.substring(0, at) + changed + signature.substring(at + 1);
  }

  private String otherEncoding() {
    int at = signature.lastIndexOf('=', signature.length() - 3) + 1;
    String mac = signature.substring(at);
    return signature.substring(0, at)
        + (mac.matches("[0-9a-f]+")
            ? Base64.getEncoder().encodeToString(HexFormat.of().parseHex(mac))
            : HexFormat.of().formatHex(Base64.getDecoder().decode(mac)));
  }

  private String header() {
    return lab.twin.signatureHeader();
  }
}
