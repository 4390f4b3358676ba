package io.attune.definition;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where each key of a YAML text stands, since neither Jackson nor JSON Schema knows of lines. */
final class YamlLines {

    private YamlLines() {}

    static Map<String, Integer> of(String text) {
        Map<String, Integer> lines = new HashMap<>();
        Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        if (root != null) {
            collect("", root, lines);
        }
        return lines;
    }

    /** The line of a pointer, or of the nearest thing around it that has one. */
    static int nearest(Map<String, Integer> lines, String pointer) {
        String place = pointer;
        while (!lines.containsKey(place) && !place.isEmpty()) {
            place = place.substring(0, Math.max(0, place.lastIndexOf('/')));
        }
        return lines.getOrDefault(place, 1);
    }

    private static void collect(String pointer, Node node, Map<String, Integer> lines) {
        lines.putIfAbsent(pointer, line(node));
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    String child = pointer + "/" + escape(key.getValue());
                    lines.put(child, line(key));
                    collect(child, entry.getValueNode(), lines);
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            List<Node> items = sequence.getValue();
            for (int index = 0; index < items.size(); index++) {
                collect(pointer + "/" + index, items.get(index), lines);
            }
        }
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    // RFC 6901
    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
