package io.attune.configuration;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Private keys as they stand in PEM files. */
public final class RsaPrivateKeys {
    public static final String ALLOWED =
            "an RSA key of 2048 bits or more in PKCS#8 form, which begins with -----BEGIN PRIVATE KEY-----"
                    + " and has no password; 'openssl pkcs8 -topk8 -nocrypt -in old.pem' makes it from other forms";

    private static final int LEAST_BITS = 2048;
    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");

    private RsaPrivateKeys() {}

    /** Empty when the text holds none that is strong enough. */
    public static Optional<RSAPrivateKey> parse(String pem) {
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
            RSAPrivateKey key =
                    (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
            return Optional.of(key).filter(found -> found.getModulus().bitLength() >= LEAST_BITS);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
