/** The hub over HTTP: resources, who may use them, and problems that say what to do. */
package io.attune.api;
