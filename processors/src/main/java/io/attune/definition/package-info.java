/** Reading of definition files (YAML): validated by JSON Schema, with mistakes reported by file, line, key and example. */
package io.attune.definition;
