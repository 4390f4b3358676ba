package io.attune.jmx;

import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;

/** Who calls an operation: the user of the console through which the call comes; without one, whoever may enter the process. */
final class Caller {
    private static final String NOBODY_KNOWN = "jmx";

    private Caller() {}

    /** A name for the audit. */
    static String name() {
        SecurityDomain domain = SecurityDomain.getCurrent();
        if (domain == null) {
            return NOBODY_KNOWN;
        }
        SecurityIdentity identity = domain.getCurrentSecurityIdentity();
        return identity.isAnonymous() ? NOBODY_KNOWN : identity.getPrincipal().getName();
    }
}
