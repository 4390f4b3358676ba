/** How texts about a person are brought into one form, and how alike two of them are. Pure functions; thread-safe. */
package io.attune.identity.matching.text;
