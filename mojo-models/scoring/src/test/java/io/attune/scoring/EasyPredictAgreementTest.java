package io.attune.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import hex.genmodel.MojoModel;
import hex.genmodel.easy.EasyPredictModelWrapper;
import hex.genmodel.easy.RowData;
import hex.genmodel.easy.exception.PredictException;
import hex.genmodel.easy.prediction.BinomialModelPrediction;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The scorer against H2O's own convenience wrapper, which is slower and knows the same rules. */
class EasyPredictAgreementTest {

    private final Path registry = registry();
    private final ModelRegistry models = ModelRegistry.open(registry);

    @Provide
    Arbitrary<Map<String, Object>> people() {
        Arbitrary<Object> spend = Arbitraries.oneOf(
                Arbitraries.doubles().between(-10, 150).map(Object.class::cast), Arbitraries.just(Double.NaN));
        Arbitrary<Object> region = Arbitraries.<Object>of("north", "south", "west", "a place that no row had");
        return Combinators.combine(spend, region)
                .as((amount, place) -> Map.of("spend", amount, "region", place))
                .filter(person -> !(Double.valueOf(Double.NaN).equals(person.get("spend"))
                        && person.get("region").toString().contains("no row")));
    }

    @Property(tries = 100)
    void agreesOnACalibratedProbability(@ForAll("people") Map<String, Object> person)
            throws PredictException, IOException {
        BinomialModelPrediction expected = wrapper("calibrated").predictBinomial(row(person));

        assertThat(value("calibrated", person)).isEqualTo(expected.calibratedClassProbabilities[1]);
        assertThat(expected.calibratedClassProbabilities[1]).isNotEqualTo(expected.classProbabilities[1]);
    }

    @Property(tries = 100)
    void agreesOnAnAmount(@ForAll("people") Map<String, Object> person) throws PredictException, IOException {
        assertThat(value("amount", person)).isEqualTo(wrapper("amount").predictRegression(row(person)).value);
    }

    @Example
    void declinesWhenTheOnlyLevelIsOneThatTheTrainingDidNotSee() {
        assertThat(models.champion("amount").orElseThrow().score(Map.of("region", "a place that no row had")))
                .isInstanceOf(Score.Declined.class);
    }

    private double value(String model, Map<String, Object> person) {
        return ((Score.Value) models.champion(model).orElseThrow().score(person)).value();
    }

    private EasyPredictModelWrapper wrapper(String model) throws IOException {
        Path version = registry.resolve(model).resolve("1");
        MojoModel mojo = MojoFile.read(
                version.resolve("model.zip"), MojoFile.digest(Files.readAllBytes(version.resolve("model.zip"))));
        return new EasyPredictModelWrapper(
                new EasyPredictModelWrapper.Config().setModel(mojo).setConvertUnknownCategoricalLevelsToNa(true));
    }

    private static RowData row(Map<String, Object> person) {
        RowData row = new RowData();
        person.forEach((name, value) -> {
            if (!Double.valueOf(Double.NaN).equals(value)) {
                row.put(name, value);
            }
        });
        return row;
    }

    private static Path registry() {
        try {
            return Path.of(
                    EasyPredictAgreementTest.class.getResource("registry").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A class path entry is always a valid address", e);
        }
    }
}
