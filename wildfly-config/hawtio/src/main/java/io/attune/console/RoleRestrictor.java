package io.attune.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.management.ObjectName;
import org.jolokia.server.core.restrictor.policy.PolicyRestrictor;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;

/**
 * Everyone who may enter the console reads; engineers and admins also write attributes and call operations, but who is who
 * is decided by privacy officers and admins, as over REST. A route's diagram is itself an operation of Camel's, so those that
 * only describe a route are open to all. {@code jolokia-access.xml} holds for everyone. Thread-safe.
 */
public final class RoleRestrictor implements Restrictor {
    /** Camel operations that describe routes and their statistics, and show no message. */
    private static final Pattern DESCRIBES = Pattern.compile(
            "(dumpRoute.*|dumpRoutes.*|dumpStats.*|dumpStructured.*|getProcessor.*|list.*|.*InformationJson)"
                    + "(\\(.*\\))?");

    private final Restrictor policy = policy();

    private static Restrictor policy() {
        try (InputStream file = RoleRestrictor.class.getResourceAsStream("/jolokia-access.xml")) {
            return new PolicyRestrictor(Objects.requireNonNull(file, "jolokia-access.xml is not in the console's WAR"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isOperationAllowed(ObjectName name, String operation) {
        return policy.isOperationAllowed(name, operation)
                && (CallerFilter.callerMayChangeAs(role(name)) || describesRoutes(name, operation));
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName name, String attribute) {
        return policy.isAttributeWriteAllowed(name, attribute) && CallerFilter.callerMayChangeAs(role(name));
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName name, String attribute) {
        return policy.isAttributeReadAllowed(name, attribute);
    }

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return policy.isHttpMethodAllowed(method);
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return policy.isTypeAllowed(type);
    }

    @Override
    public boolean isRemoteAccessAllowed(String... hostsOrAddresses) {
        return policy.isRemoteAccessAllowed(hostsOrAddresses);
    }

    /** No other site is told that it may read; {@link CallerFilter} keeps other sites from changing anything. */
    @Override
    public boolean isOriginAllowed(String origin, boolean strict) {
        return strict;
    }

    @Override
    public boolean isObjectNameHidden(ObjectName name) {
        return policy.isObjectNameHidden(name);
    }

    private static String role(ObjectName name) {
        boolean whoIsWho = "io.attune".equals(name.getDomain()) && "Matches".equals(name.getKeyProperty("type"));
        return whoIsWho ? CallerFilter.PRIVACY : CallerFilter.ENGINEER;
    }

    private static boolean describesRoutes(ObjectName name, String operation) {
        return "org.apache.camel".equals(name.getDomain())
                && DESCRIBES.matcher(operation).matches();
    }
}
