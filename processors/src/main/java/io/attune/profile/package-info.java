/** Profiles and the events of their nodes: what is stored of a person, and how it is read. */
package io.attune.profile;
