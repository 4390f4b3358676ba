package io.attune.campaign;

import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes ids and tokens of deliveries. Tokens are 160 bits: whoever knows one can unsubscribe its reader, so the generator
 * must be a cryptographic one outside of tests. Thread-safe if its generator is.
 */
public final class Identities {

    private static final int TOKEN_BYTES = 20;

    private final RandomGenerator random;

    public Identities(RandomGenerator random) {
        this.random = random;
    }

    UUID id() {
        // A random UUID as RFC 9562 lays it out.
        long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
