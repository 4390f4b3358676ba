package io.attune.sandbox.population.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.attune.sandbox.population.PopulationOptions;
import io.attune.sandbox.population.catalogue.Catalogue;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.person.Identity;
import io.attune.sandbox.population.person.People;
import io.attune.sandbox.population.person.Phone;
import io.attune.sandbox.population.person.Window;
import java.time.Instant;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is written in another way is still the same; whatever is mistyped is not. */
class HandwritingPropertiesTest {
    private static final PopulationOptions OPTIONS =
            PopulationOptions.of(1, 1000, 30, Instant.parse("2026-11-22T12:00:00Z"));
    private static final People PEOPLE =
            new People(1, new Window(OPTIONS.now(), 30), 1000, Catalogue.standard(), OPTIONS.process());

    @Property(tries = 500)
    void everyPhoneIsUnderstood(@ForAll @IntRange(max = 800_000) int index, @ForAll long seed)
            throws NumberParseException {
        Phone phone = PEOPLE.person(index).identity().phone();
        Dice dice = Dice.of(seed);
        assertThat(understood(Handwriting.internationalPhone(phone, dice), "ZZ"))
                .isEqualTo(phone.e164());
        assertThat(understood(Handwriting.nationalPhone(phone, dice), phone.country()))
                .isEqualTo(phone.e164());
    }

    @Property(tries = 500)
    void anEmailStaysTheSameButForCaseAndBlanks(@ForAll @IntRange(max = 800_000) int index, @ForAll long seed) {
        Identity identity = PEOPLE.person(index).identity();
        String written = Handwriting.email(identity.email(), Dice.of(seed));
        assertThat(written.strip().toLowerCase(Locale.ROOT)).isEqualTo(identity.email());
        assertThat(identity.email()).matches("[a-z0-9._]+@([a-z]+\\.)?example\\.(com|org|net)");
    }

    @Property(tries = 500)
    void aSlipChangesAnEmailButNotItsDigits(@ForAll @IntRange(max = 800_000) int index, @ForAll long seed) {
        String email = PEOPLE.person(index).identity().email();
        String mistyped = Handwriting.mistypedEmail(email, Dice.of(seed));
        assertThat(mistyped).isNotEqualTo(email);
        assertThat(mistyped.replaceAll("\\D", "")).isEqualTo(email.replaceAll("\\D", ""));
    }

    @Property(tries = 300)
    void nobodySharesAnAddressButHouseholds(
            @ForAll @IntRange(max = 800_000) int one, @ForAll @IntRange(max = 800_000) int other) {
        if (one / 2 == other / 2) {
            return;
        }
        Identity first = PEOPLE.person(one).identity();
        Identity second = PEOPLE.person(other).identity();
        assertThat(first.email()).isNotEqualTo(second.email());
        assertThat(first.phone().e164()).isNotEqualTo(second.phone().e164());
    }

    private static String understood(String written, String region) throws NumberParseException {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        PhoneNumber number = numbers.parse(written, region);
        assertThat(numbers.isValidNumber(number)).as(written).isTrue();
        return numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164);
    }
}
