/** The versions of the models in a registry folder, and the change of the one that scores: gates, promotion, rollback. */
package io.attune.registry;
