package org.reachline.channels.kit;

import java.util.List;
import org.reachline.channels.spi.MediaRef;
import org.reachline.channels.spi.Part;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a message in the words of the case files. */
final class PartJson {
  private PartJson() {}

  static void add(ObjectNode json, List<Part> parts) {
    var text = new StringBuilder();
    var media = CaseFiles.JSON.createArrayNode();
    var contacts = CaseFiles.JSON.createArrayNode();
    json.putNull("payload").putNull("location").put("binary", false);
    for (Part part : parts) {
      switch (part) {
        case Part.Text(var exact) -> text.append(exact);
        case Part.Choice(var payload) -> json.put("payload", payload);
        case Part.Media item -> media.add(media(item));
        case Part.Location place -> json.set("location", location(place));
        case Part.Contact contact -> contacts.add(contact(contact));
        case Part.Unsupported(var type) when type.equals("binary") -> json.put("binary", true);
        case Part.Unsupported _ -> media.addObject().put("kind", "unsupported");
      }
    }
    json.put("text", text.toString()).set("media", media);
    json.set("contacts", contacts);
  }

  private static ObjectNode media(Part.Media media) {
    ObjectNode json = CaseFiles.JSON.createObjectNode().put("kind", media.kind());
    switch (media.ref()) {
      case MediaRef.Url(var url) -> json.put("url", url);
      case MediaRef.ProviderRef(var id) -> json.put("ref", id);
      case MediaRef.Sticker(var set, var id) -> json.put("package_id", set).put("sticker_id", id);
    }
    return json.put("mime", EventJson.nullable(media.mime()))
        .put("sha256", EventJson.nullable(media.sha256()));
  }

  private static ObjectNode location(Part.Location place) {
    return CaseFiles.JSON
        .createObjectNode()
        .put("lat", place.lat())
        .put("lon", place.lon())
        .put("name", EventJson.nullable(place.name()))
        .put("address", EventJson.nullable(place.address()));
  }

  private static ObjectNode contact(Part.Contact contact) {
    ObjectNode json = CaseFiles.JSON.createObjectNode();
    json.put("name", EventJson.nullable(contact.name()));
    return json.put(
        "phone", contact.addresses().isEmpty() ? null : contact.addresses().getFirst().exact());
  }
}
