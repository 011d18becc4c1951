package org.reachline.triage;

import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The weights of a learned layer as a rule file holds them: most are 0, so zlib, then base 64. */
public final class PackedWeights {
  /** What cannot be packed grows by less than this and a thousandth. */
  private static final int MOST_ADDED = 64;

  private PackedWeights() {}

  /** One word of a rule file. */
  public static String pack(byte[] steps) {
    var packed = new byte[steps.length + steps.length / 1000 + MOST_ADDED];
    var deflater = new Deflater();
    try {
      deflater.setInput(steps);
      deflater.finish();
      int size = deflater.deflate(packed);
      return Base64.getEncoder().encodeToString(Arrays.copyOf(packed, size));
    } finally {
      deflater.end();
    }
  }

  /** What was packed; of more than {@code most} weights one more than that. */
  static byte[] unpack(String packed, int most) {
    var inflater = new Inflater();
    try {
      inflater.setInput(Base64.getDecoder().decode(packed));
      var steps = new byte[most + 1];
      int count = inflater.inflate(steps);
      Malformed.expect(inflater.finished() || count > most, "weights that are packed to the end");
      return Arrays.copyOf(steps, count);
    } catch (IllegalArgumentException | DataFormatException _) {
      throw new Malformed("weights packed by zlib, in base 64");
    } finally {
      inflater.end();
    }
  }
}
