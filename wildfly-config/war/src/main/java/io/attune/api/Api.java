package io.attune.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Every resource of this package, from the root on. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Attune",
                        version = "1",
                        description = "Profiles, scores, rejects and the state of the hub"),
        security = @SecurityRequirement(name = "user"))
@SecurityScheme(
        securitySchemeName = "user",
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "A user of the server's realm; roles viewer, marketer, engineer, privacy, admin")
public class Api extends Application {}
