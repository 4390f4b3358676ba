/** Records that failed, with reason and original: browsable, and replayed once mended. */
package io.attune.reject;
