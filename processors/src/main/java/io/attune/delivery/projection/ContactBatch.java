package io.attune.delivery.projection;

import java.util.List;

/** Claims that fit into one call to Salesforce. */
public record ContactBatch(List<ProjectionClaim> claims) {

    public ContactBatch {
        claims = List.copyOf(claims);
    }

    int contacts() {
        return claims.stream().mapToInt(claim -> claim.addresses().size()).sum();
    }
}
