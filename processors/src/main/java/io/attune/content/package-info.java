/** What messages say: templates in MJML and Jinjava, compiled once, escaped, limited, and checked before they are used. */
package io.attune.content;
