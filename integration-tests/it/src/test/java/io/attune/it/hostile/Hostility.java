package io.attune.it.hostile;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values that do harm where text is taken for something else. */
final class Hostility {
    private Hostility() {}

    /** The values by what they try. */
    static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("sql", "'; drop table event cascade; --");
        texts.put("html", "\"><script>alert(1)</script><img src=x onerror=alert(2)>");
        texts.put("template", "{{ 7*7 }}{% for i in range(0, 100000000) %}x{% endfor %}");
        texts.put("simple language", "${exchangeProperty.attuneSource}${sys.user.dir}${bean:leadership}");
        texts.put("lookup", "${jndi:ldap://127.0.0.1/a}#{T(java.lang.Runtime).getRuntime()}");
        texts.put("placeholder", "{{attune.database.password}}");
        texts.put("format", "%s%n%99999999d*|LIST:ADDRESS|*");
        texts.put("NUL", "a\u0000b");
        texts.put("half a character", "a\ud800b");
        texts.put("controls", "a\r\nBcc: victim@example.org\u202e\u001b[31m");
        texts.put("path", "../../../../etc/passwd");
        texts.put("empty", "");
        texts.put("long", "x".repeat(9_000));
        texts.put("date before time", "0000-00-00T00:00:00Z");
        texts.put("date after time", "+999999999-12-31T23:59:59.999999999Z");
        texts.put("no date", "yesterday");
        texts.put("number", "1e400");
        return texts;
    }
}
