package org.reachline.standalone.provider;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The texts a webhook's answer asks to send back. */
final class Twiml {
  private Twiml() {}

  /** Empty where the answer is no TwiML; the real one notes an error and sends nothing. */
  static List<String> texts(String answer) {
    if (!answer.strip().startsWith("<")) {
      return List.of();
    }
    try {
      NodeList messages =
          parser()
              .parse(new InputSource(new StringReader(answer.strip())))
              .getElementsByTagName("Message");
      return IntStream.range(0, messages.getLength())
          .mapToObj(i -> messages.item(i).getTextContent().strip())
          .filter(text -> !text.isEmpty())
          .toList();
    } catch (SAXException e) {
      return List.of();
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DocumentBuilder parser() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    DocumentBuilder parser = factory.newDocumentBuilder();
    parser.setErrorHandler(null); // no report on standard error
    return parser;
  }
}
