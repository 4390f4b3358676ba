package io.attune.identity.matching;

/** Stands for a value where the value itself must not be kept. Equal values of an attribute have equal hashes. */
@FunctionalInterface
public interface ValueHash {
    long of(Attribute attribute, String value);
}
