package org.reachline.channels.twilio;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reachline.channels.spi.MediaRef;
import org.reachline.channels.spi.Part;
import org.reachline.channels.spi.Stated;

/** The parts of a message. A part that is announced but missing is said, never dropped. */
final class MessageParts {
  private static final int MOST_MEDIA = 50;

  private final Form form;
  private final boolean whatsapp;

  MessageParts(Form form, boolean whatsapp) {
    this.form = form;
    this.whatsapp = whatsapp;
  }

  List<Part> all() {
    return Stream.of(text(), choice(), media(), location()).flatMap(Function.identity()).toList();
  }

  private Stream<Part> text() {
    return form.find("Body").<Part>map(Part.Text::new).stream();
  }

  /** On a phone channel a button is noise and the body wins. */
  private Stream<Part> choice() {
    return whatsapp
        ? form.find("ButtonPayload").<Part>map(Part.Choice::new).stream()
        : Stream.empty();
  }

  private Stream<Part> media() {
    return IntStream.range(0, MOST_MEDIA)
        .takeWhile(i -> i < announced() || form.has("MediaUrl" + i))
        .mapToObj(this::media);
  }

  private Part media(int index) {
    Stated<String> mime = form.find("MediaContentType" + index);
    return form.find("MediaUrl" + index)
        .<Part>map(url -> new Part.Media(kind(mime), new MediaRef.Url(url), mime, Stated.absent()))
        .orElse(new Part.Unsupported("media"));
  }

  private int announced() {
    String count = form.find("NumMedia").orElse("0");
    return count.matches("[0-9]{1,4}") ? Integer.parseInt(count) : 0;
  }

  private static String kind(Stated<String> mime) {
    String type = mime.orElse("").split("/", 2)[0].toLowerCase(Locale.ROOT);
    return switch (type) {
      case "image", "audio", "video" -> type;
      case "" -> "unknown";
      default -> "file";
    };
  }

  private Stream<Part> location() {
    if (form.find("Latitude") instanceof Stated.Is<String>(var lat)
        && form.find("Longitude") instanceof Stated.Is<String>(var lon)) {
      return Stream.of(location(lat, lon));
    }
    return Stream.empty();
  }

  private Part location(String lat, String lon) {
    String degrees = "-?[0-9]{1,3}(\\.[0-9]{1,20})?";
    return lat.matches(degrees) && lon.matches(degrees)
        ? new Part.Location(
            Double.parseDouble(lat),
            Double.parseDouble(lon),
            form.find("Label"),
            form.find("Address"))
        : new Part.Unsupported("location");
  }
}
