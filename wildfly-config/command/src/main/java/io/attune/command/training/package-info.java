/**
 * Trains the models that {@code mojo-models/definitions/models} defines.
 *
 * <p>A definition says its {@code kind}. A {@link io.attune.command.training.ModelKind} trains the kinds that it names: it
 * reads what it needs from the hub's database, learns, in this process or in a {@link
 * io.attune.command.training.TrainerProcess} of H2O, and writes one version's folder. To add a kind:
 *
 * <ol>
 *   <li>a schema {@code mojo-models/definitions/schemas/<kind>.schema.json} ({@code model}, {@code kind} and {@code
 *       description} are the keys that all kinds share) and a definition {@code models/<name>.yaml};
 *   <li>a {@code ModelKind} that names the kind and the schema, listed in {@link io.attune.command.training.ModelKinds};
 *   <li>its {@code train} writes into {@link io.attune.command.training.TrainingRun#output}, last of all and by a rename
 *       {@code card.json}, so that a folder with a card is complete.
 * </ol>
 *
 * <p>Every version, whatever its kind, holds:
 *
 * <table>
 *   <caption>The files of a version</caption>
 *   <tr><td>{@code model.zip}</td><td>a MOJO, with which the hub scores each profile, or</td></tr>
 *   <tr><td>{@code model.json}</td><td>anything else; its reader is the kind's own. The model's folder then has a file {@code
 *       kind} ({@link io.attune.command.training.ModelKind#scoresProfiles} false), by which the hub's scoring passes it by
 *       </td></tr>
 *   <tr><td>{@code card.html}</td><td>made with {@code io.attune.card}</td></tr>
 *   <tr><td>{@code card.json}</td><td>{@code schema, model, version, kind, algorithm, description, digest} (of the model's
 *       file, {@code sha256:…}), {@code features, data, metrics, seed, versions, trainedAt, trainedBy}, where probabilities are
 *       said {@code threshold} and {@code calibrated}, and {@code metrics.headline}: the one figure that the version is judged
 *       by, beside its naive baseline ({@link io.attune.registry.Headline})</td></tr>
 * </table>
 *
 * <p>The gates ({@link io.attune.registry.Gates}) read the card, so they hold for every kind.
 */
package io.attune.command.training;
