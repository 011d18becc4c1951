package org.reachline.notifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.reachline.channels.lines.Lines;
import org.reachline.channels.lines.LinesFile;
import org.reachline.channels.lines.SecretReader;
import org.reachline.channels.twilio.TwilioAdapter;

/** The lines of harbor, as a file says them. */
public final class TestLines {
  private TestLines() {}

  public static Lines in(Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("lines.yaml"),
            """
            lines:
              - id: harbor.front-desk
                channel: twilio
                publicUrl: https://hooks.example.test/hooks/harbor/front-desk
                settings: {accountSid: AC1, address: "+12065550100"}
                secrets: {authToken: "env:TOKEN"}
              - id: harbor.pager
                channel: twilio
                use: staff
                publicUrl: https://hooks.example.test/staff-hooks/harbor/pager
                settings: {accountSid: AC1, address: "+12065550111"}
                secrets: {authToken: "env:TOKEN"}
            """);
    LinesFile reader = new LinesFile(List.of(new TwilioAdapter()), new SecretReader(_ -> "token"));
    return new Lines(reader, file, Duration.ofHours(1));
  }
}
