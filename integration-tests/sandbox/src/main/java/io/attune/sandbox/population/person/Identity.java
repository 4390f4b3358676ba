package io.attune.sandbox.population.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who somebody is, written correctly.
 *
 * @param email the address they give to a shop, in lower case; every name in it is under a domain reserved for examples
 * @param workEmail a second address that some of them use
 */
public record Identity(
        String givenName,
        List<String> nicknames,
        String familyName,
        LocalDate birthDate,
        String street,
        String postcode,
        Place place,
        String email,
        Optional<String> workEmail,
        Phone phone) {
    public Identity {
        nicknames = List.copyOf(nicknames);
    }
}
