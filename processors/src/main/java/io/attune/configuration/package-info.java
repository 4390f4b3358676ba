/** What the hub is told at its start: read once, typed, validated; an unknown or bad key stops the start. */
package io.attune.configuration;
