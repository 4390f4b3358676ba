package io.attune.identity.matching;

/** 64-bit hashing that is the same in every run. */
final class Hashes {
    private Hashes() {}

    /** Spreads every bit over all others: the finalizer of SplitMix64 (Steele, Lea, Flood 2014). Never maps two numbers to one. */
    static long mix(long value) {
        long bits = value + 0x9E3779B97F4A7C15L;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }

    static long of(CharSequence text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 1_000_003 ^ text.charAt(i);
        }
        return mix(hash);
    }
}
