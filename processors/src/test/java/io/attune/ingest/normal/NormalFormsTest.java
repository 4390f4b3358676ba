package io.attune.ingest.normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalFormsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "de, DE",
        "DEU, DE",
        "Germany, DE",
        "Deutschland, DE",
        "allemagne, DE",
        "U.S.A., US",
        "' united   states of america ', US",
        "UK, GB",
        "Côte d’Ivoire, CI",
        "COTE D'IVOIRE, CI",
        "Österreich, AT",
        "日本, JP",
        "The Netherlands, NL"
    })
    void countriesBecomeTwoLetters(String typed, String code) {
        assertThat(Country.normalize(typed)).contains(code);
    }

    @Test
    void everyCountryIsKnownByItsCodesAndItsName() {
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            assertThat(Country.normalize(code)).contains(code);
            assertThat(Country.normalize(country.getISO3Country())).contains(code);
            assertThat(Country.normalize(country.getDisplayCountry(Locale.ENGLISH)))
                    .contains(code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "??", "Atlantis", "X", "12345"})
    void whatIsNoCountryIsNone(String typed) {
        assertThat(Country.normalize(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "eur, '', EUR",
        "€, '', EUR",
        "Euro, '', EUR",
        "US Dollar, '', USD",
        "US$, '', USD",
        "$, CA, CAD",
        "$, US, USD",
        "kr, SE, SEK",
        "£, '', GBP"
    })
    void currenciesBecomeThreeLetters(String typed, String country, String code) {
        assertThat(CurrencyCode.normalize(typed, country)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"$, ''", "kr, ''", "'', US", "XX, ''", "doubloon, ES", "$, ??"})
    void whatCouldBeSeveralCurrenciesIsNone(String typed, String country) {
        assertThat(CurrencyCode.normalize(typed, country)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1990-02-03, '', 1990-02-03",
        "1990/2/3, '', 1990-02-03",
        "19900203, '', 1990-02-03",
        "3.2.1990, '', 1990-02-03",
        "25/12/1990, '', 1990-12-25",
        "12/25/1990, '', 1990-12-25",
        "03/02/1990, dmy, 1990-02-03",
        "02/03/1990, mdy, 1990-02-03",
        "05/05/1990, '', 1990-05-05",
        "3 Feb 1990, '', 1990-02-03",
        "'February 3rd, 1990', '', 1990-02-03",
        "1990-02-03T00:00:00Z, '', 1990-02-03",
        "3.2.1990 12:00, '', 1990-02-03"
    })
    void datesBecomeIso(String typed, String order, String date) {
        assertThat(CalendarDate.normalize(typed, order)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "03/02/1990", "31.2.1990", "1990-13-01", "3.2.90", "yesterday", "Feb 30 1990"})
    void whatIsNoCertainDateIsNone(String typed) {
        assertThat(CalendarDate.normalize(typed, "")).isEmpty();
    }

    @Test
    void categoriesHaveOneNameAndOthersStay() throws IOException {
        Categories categories = categories("""
                categories:
                  Kitchen: [kitchenware, kitchen & dining]
                """);

        assertThat(categories.normalize(" KITCHENWARE ")).contains("Kitchen");
        assertThat(categories.normalize("Kitchen  &  Dining")).contains("Kitchen");
        assertThat(categories.normalize("kitchen")).contains("Kitchen");
        assertThat(categories.normalize("  Toys   and games")).contains("Toys and games");
        assertThat(categories.normalize("  ")).isEmpty();
        assertThat(Categories.read(folder.resolve("nowhere")).normalize("Toys")).contains("Toys");
    }

    @Test
    void aNameForTwoCategoriesIsAMistake() {
        assertThatThrownBy(() -> categories("""
                        categories:
                          Kitchen: [pots]
                          Garden: [Pots]
                        """))
                .hasMessageContaining("categories.yaml:3")
                .hasMessageContaining("stands for Kitchen and for Garden");
    }

    private Categories categories(String yaml) throws IOException {
        Files.createDirectories(folder.resolve("schemas"));
        Path schema = folder.resolve("schemas/categories.schema.json");
        if (!Files.exists(schema)) {
            Files.copy(Path.of("../connectors-config/schemas/categories.schema.json"), schema);
        }
        Files.writeString(folder.resolve("categories.yaml"), yaml);
        return Categories.read(folder);
    }
}
