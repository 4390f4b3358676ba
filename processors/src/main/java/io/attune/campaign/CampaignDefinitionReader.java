package io.attune.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.consent.Channel;
import io.attune.content.PersonTokens;
import io.attune.content.Template;
import io.attune.content.TemplateCompiler;
import io.attune.content.TemplateException;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionProblem;
import io.attune.definition.DefinitionReader;
import io.attune.rule.RuleException;
import io.attune.segment.Rule;
import io.attune.segment.RuleCompiler;
import io.attune.segment.SegmentDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code campaigns/campaigns/*.yaml} and the templates that they name. */
public final class CampaignDefinitionReader {

    private final Path folder;
    private final RuleCompiler rules;
    private final SegmentDefinitions segments;
    private final Preflight preflight;
    private final TemplateCompiler templates = new TemplateCompiler();
    private final List<DefinitionProblem> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private CampaignDefinitionReader(
            Path folder, RuleCompiler rules, SegmentDefinitions segments, PersonTokens persons) {
        this.folder = folder;
        this.rules = rules;
        this.segments = segments;
        this.preflight = new Preflight(persons, segments.names());
    }

    /**
     * Reads the definitions, compiles their templates and tries them.
     *
     * @param folder with {@code campaigns/}, {@code templates/} and {@code schemas/}
     * @throws DefinitionException with every mistake in every file
     */
    public static CampaignDefinitions read(
            Path folder, RuleCompiler rules, SegmentDefinitions segments, PersonTokens persons) {
        DefinitionReader reader = DefinitionReader.withSchema(folder.resolve("schemas/campaign.schema.json"));
        return new CampaignDefinitionReader(folder, rules, segments, persons)
                .campaigns(reader.readFolder(folder.resolve("campaigns")));
    }

    private CampaignDefinitions campaigns(List<Definition> definitions) {
        List<Campaign> campaigns = new ArrayList<>();
        definitions.forEach(definition -> campaign(definition).ifPresent(campaigns::add));
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
        return new CampaignDefinitions(campaigns);
    }

    private Optional<Campaign> campaign(Definition definition) {
        JsonNode content = definition.content();
        String name = content.path("name").asText();
        if (!names.add(name)) {
            report(definition, "/name", "the campaign " + name + " is defined twice", Optional.empty());
        }
        Trigger trigger = trigger(definition);
        Channel channel = Channel.of(content.path("channel").asText());
        Map<String, String> fallbacks = new HashMap<>();
        content.path("fallbacks").forEachEntry((token, value) -> fallbacks.put(token, value.asText()));
        Optional<Rule> audience = audience(definition, trigger);
        return template(definition, channel, trigger, fallbacks)
                .map(template -> new Campaign(
                        name,
                        content.path("title").asText(),
                        trigger,
                        audience,
                        channel,
                        content.path("purpose").asText(),
                        template,
                        Duration.parse(content.path("maximumAge").asText()),
                        content.path("sendTime").asText().equals("best"),
                        fallbacks));
    }

    private Trigger trigger(Definition definition) {
        JsonNode trigger = definition.content().path("trigger");
        if (trigger.has("event")) {
            return new Trigger.Happening(trigger.path("event").asText());
        }
        String segment = trigger.path("segment").asText();
        if (segments.find(segment).isEmpty()) {
            report(
                    definition,
                    "/trigger/segment",
                    "there is no segment " + segment + "; there are " + String.join(", ", segments.names()),
                    Optional.empty());
        }
        return new Trigger.Entry(segment);
    }

    private Optional<Rule> audience(Definition definition, Trigger trigger) {
        JsonNode rule = definition.content().path("audience");
        if (rule.isMissingNode()) {
            return Optional.empty();
        }
        String file = definition.file().toString();
        int line = definition.lines().getOrDefault("/audience", 1);
        try {
            String text = Files.readString(definition.file());
            return Optional.of(
                    trigger instanceof Trigger.Happening
                            ? rules.compileForEvent(file, text, line, rule.asText())
                            : rules.compile(file, text, line, rule.asText()));
        } catch (RuleException e) {
            problems.add(new DefinitionProblem(
                    definition.file(), e.line(), "audience", "does not compile\n" + e.getMessage(), Optional.empty()));
        } catch (IOException e) {
            report(definition, "/audience", "the file cannot be read: " + e.getMessage(), Optional.empty());
        }
        return Optional.empty();
    }

    private Optional<Template> template(
            Definition definition, Channel channel, Trigger trigger, Map<String, String> fallbacks) {
        JsonNode content = definition.content();
        boolean email = channel == Channel.MAILCHIMP;
        String name = content.path("template").asText();
        if (email != name.endsWith(".mjml")) {
            report(
                    definition,
                    "/template",
                    email ? "an e-mail needs an MJML template" : "a text message needs a .txt template",
                    Optional.of(email ? "welcome.mjml" : "win-back.txt"));
            return Optional.empty();
        }
        if (email != content.has("subject")) {
            report(
                    definition,
                    "/subject",
                    email ? "an e-mail needs a subject" : "a text message has no subject",
                    email ? Optional.of("subject: Hello, {{ FirstName }}") : Optional.empty());
            return Optional.empty();
        }
        Path file = folder.resolve("templates").resolve(name);
        return compiled(definition, file, email).filter(template -> usable(file, template, trigger, fallbacks));
    }

    private Optional<Template> compiled(Definition definition, Path file, boolean email) {
        try {
            String text = Files.readString(file);
            return Optional.of(
                    email
                            ? templates.email(
                                    definition.content().path("subject").asText(), text)
                            : templates.text(text));
        } catch (IOException e) {
            report(definition, "/template", "the template " + file + " cannot be read", Optional.empty());
        } catch (TemplateException e) {
            problems.add(new DefinitionProblem(file, e.line(), "", e.getMessage(), Optional.empty()));
        }
        return Optional.empty();
    }

    private boolean usable(Path file, Template template, Trigger trigger, Map<String, String> fallbacks) {
        List<Preflight.Finding> findings = preflight.check(template, trigger instanceof Trigger.Happening, fallbacks);
        findings.forEach(finding ->
                problems.add(new DefinitionProblem(file, finding.line(), "", finding.message(), Optional.empty())));
        return findings.isEmpty();
    }

    private void report(Definition definition, String pointer, String message, Optional<String> example) {
        problems.add(definition.problem(pointer, message, example));
    }
}
