package org.reachline.contracts.wire;

/**
 * What came of reading a record: bad input is a value, never an exception that could quote what a
 * person wrote.
 */
public sealed interface Decoded<E> {
  /** A readable event of a known type. */
  record Known<E>(E event) implements Decoded<E> {}

  /**
   * A type this reader does not know, because its writer is newer: skip and count.
   *
   * @param type a simple name of letters and digits, as it stood in the record
   */
  record Unrecognised<E>(String type) implements Decoded<E> {}

  /** Bytes that are no event of this topic: to the dead letters under this code. */
  record Malformed<E>(Code code) implements Decoded<E> {}

  /** Why a record is no event. */
  enum Code {
    /** A tombstone or an empty payload. */
    EMPTY,
    /** Not JSON, not the shape of its type, or a type that is no name of a type. */
    SHAPE,
    /** No type field. */
    NO_TYPE,
    /** Header, ids and sealed part do not name one agency. */
    TENANT_MISMATCH,
    /** The sealed part does not open under this agency's keys. */
    UNREADABLE
  }
}
