package org.reachline.channels.kit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The calls that an adapter's compiled code makes: its class, what it extends, and what those refer
 * to in the same package or below.
 */
final class AdapterCode {
  private final String folder;
  private final ClassLoader loader;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> calls = new TreeSet<>();

  private AdapterCode(Class<?> adapter) {
    this.folder = adapter.getPackageName().replace('.', '/') + "/";
    this.loader = adapter.getClassLoader();
  }

  static AdapterCode of(Class<?> adapter) {
    var code = new AdapterCode(adapter);
    code.read(adapter.getName().replace('.', '/'));
    return code;
  }

  /** Each as {@code java/lang/String.trim()Ljava/lang/String;}. */
  Set<String> calls() {
    return calls;
  }

  private void read(String name) {
    if (!name.startsWith(folder) || !seen.add(name)) {
      return;
    }
    for (PoolEntry entry : ClassFile.of().parse(bytes(name)).constantPool()) {
      switch (entry) {
        case ClassEntry type -> read(type.asInternalName());
        case MethodRefEntry call -> calls.add(name(call));
        default -> {}
      }
    }
  }

  private static String name(MethodRefEntry call) {
    return call.owner().asInternalName()
        + "."
        + call.name().stringValue()
        + call.type().stringValue();
  }

  private byte[] bytes(String name) {
    try (InputStream in = loader.getResourceAsStream(name + ".class")) {
      return requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
