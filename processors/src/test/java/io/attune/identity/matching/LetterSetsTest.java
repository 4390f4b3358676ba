package io.attune.identity.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.identity.matching.text.EditDistance;
import io.attune.identity.matching.text.JaroWinkler;
import io.attune.identity.matching.text.LetterBag;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class LetterSetsTest {
    @Property
    void neverRulesOutWhatTheTextsWouldTell(
            @ForAll @CharRange(from = 'a', to = 'd') @CharRange(from = '0', to = '2') @StringLength(min = 1, max = 9)
                    String one,
            @ForAll @CharRange(from = 'a', to = 'd') @CharRange(from = '0', to = '2') @StringLength(min = 1, max = 9)
                    String two) {
        Values values = new Values(List.of(one, two));
        LetterSets letters = new LetterSets(values);
        int left = values.number(one);
        int right = values.number(two);

        assertThat(letters.foreign(left, right)).isLessThanOrEqualTo(letters.surplus(left, right));
        assertThat(letters.surplus(left, right)).isLessThanOrEqualTo(LetterBag.distance(one, two));
        assertThat(letters.mayReach(left, right, JaroWinkler.similarity(one, two)))
                .isTrue();
        if (EditDistance.bounded(one, two, 1) <= 1) {
            assertThat(letters.mayBeOneEditApart(left, right)).isTrue();
        }
        if (one.startsWith(two)) {
            assertThat(letters.mayContain(left, right)).isTrue();
        }
    }

    @Property
    void seesOneEditInLongTexts(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(min = 5, max = 9) String text,
            @ForAll @CharRange(from = 'a', to = 'c') char letter) {
        for (int place = 0; place < text.length(); place++) {
            String edited = text.substring(0, place) + letter + text.substring(place + 1);
            Values values = new Values(List.of(text, edited, text.substring(0, place) + text.substring(place + 1)));
            LetterSets letters = new LetterSets(values);

            for (int other = 0; other < values.size(); other++) {
                if (EditDistance.bounded(text, values.text(other), 1) <= 1) {
                    assertThat(letters.mayBeOneEditApart(values.number(text), other))
                            .isTrue();
                }
            }
        }
    }
}
