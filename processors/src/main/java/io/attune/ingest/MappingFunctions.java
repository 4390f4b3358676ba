package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import io.attune.ingest.normal.CalendarDate;
import io.attune.ingest.normal.Categories;
import io.attune.ingest.normal.Country;
import io.attune.ingest.normal.CurrencyCode;
import io.attune.sentiment.Sentiment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a mapping may call beside JSLT's own functions. Every one answers null where its argument is nothing that it can
 * read, so that a contact with a broken phone number loses the number and not the contact.
 *
 * <ul>
 *   <li>{@code email(text)}: the normalized address
 *   <li>{@code phone(text, region)}: the number in E.164; the region is that of numbers without a country code
 *   <li>{@code instant(text)}: ISO 8601 in UTC with milliseconds
 *   <li>{@code utc-offset-minutes(text, zone)}: minutes east of UTC
 *   <li>{@code without-skew(originalTimestamp, sentAt, receivedAt)}: Segment's clock-skew rule
 *   <li>{@code person-name(text)}: as it stands on a letter
 *   <li>{@code date(text, order)}: the day in ISO 8601; order is {@code dmy} or {@code mdy} for those that could be both
 *   <li>{@code country(text)}: ISO 3166 alpha-2, from a code or a name in many languages
 *   <li>{@code currency(text, country)}: ISO 4217, from a code, a sign or a name; the country tells whose {@code $} it is
 *   <li>{@code category(text)}: the name that {@code categories.yaml} has for it, or else the text
 *   <li>{@code sentiment(text)}: from -1 to 1, by the Attune Small English Lexicon; null without a word
 *   <li>{@code trimmed(text)}: without surrounding space; null when nothing is left
 * </ul>
 */
final class MappingFunctions {
    private static final Sentiment SENTIMENT = Sentiment.english();

    private final Categories categories;

    MappingFunctions(Categories categories) {
        this.categories = categories;
    }

    List<Function> all() {
        return List.of(
                new Named(
                        "date",
                        1,
                        2,
                        arguments -> text(CalendarDate.normalize(argument(arguments, 0), argument(arguments, 1)))),
                new Named("country", 1, 1, arguments -> text(Country.normalize(argument(arguments, 0)))),
                new Named(
                        "currency",
                        1,
                        2,
                        arguments -> text(CurrencyCode.normalize(argument(arguments, 0), argument(arguments, 1)))),
                new Named("sentiment", 1, 1, arguments -> sentiment(argument(arguments, 0))),
                new Named("category", 1, 1, arguments -> text(categories.normalize(argument(arguments, 0)))),
                new Named("email", 1, 1, arguments -> text(EmailAddress.normalize(argument(arguments, 0)))),
                new Named(
                        "phone",
                        1,
                        2,
                        arguments -> text(PhoneNumber.normalize(argument(arguments, 0), argument(arguments, 1)))),
                new Named("person-name", 1, 1, arguments -> text(PersonName.normalize(argument(arguments, 0)))),
                new Named("instant", 1, 1, arguments -> instant(SourceTime.instant(argument(arguments, 0)))),
                new Named(
                        "utc-offset-minutes",
                        1,
                        2,
                        arguments -> IntNode.valueOf(
                                SourceTime.offsetMinutes(argument(arguments, 0), argument(arguments, 1)))),
                new Named("without-skew", 3, 3, MappingFunctions::withoutSkew),
                new Named(
                        "trimmed",
                        1,
                        1,
                        arguments -> text(
                                Optional.of(argument(arguments, 0).strip()).filter(trimmed -> !trimmed.isEmpty()))));
    }

    private static JsonNode sentiment(String text) {
        OptionalDouble sentiment = SENTIMENT.of(text);
        return sentiment.isPresent() ? DoubleNode.valueOf(sentiment.getAsDouble()) : NullNode.getInstance();
    }

    private static JsonNode withoutSkew(JsonNode[] arguments) {
        Optional<Instant> received = SourceTime.instant(argument(arguments, 2));
        return instant(
                received.flatMap(time -> SourceTime.withoutSkew(argument(arguments, 0), argument(arguments, 1), time)));
    }

    private static String argument(JsonNode[] arguments, int index) {
        return index < arguments.length && arguments[index].isValueNode() && !arguments[index].isNull()
                ? arguments[index].asText()
                : "";
    }

    private static JsonNode instant(Optional<Instant> time) {
        return text(time.map(Instant::toString));
    }

    private static JsonNode text(Optional<String> value) {
        return value.<JsonNode>map(TextNode::valueOf).orElse(NullNode.getInstance());
    }

    private interface Body {
        JsonNode call(JsonNode[] arguments);
    }

    private record Named(String name, int minimum, int maximum, Body body) implements Function {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return minimum;
        }

        @Override
        public int getMaxArguments() {
            return maximum;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] arguments) {
            return body.call(arguments);
        }
    }
}
