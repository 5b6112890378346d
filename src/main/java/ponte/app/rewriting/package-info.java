/**
 * A language model that the company itself runs, asked to say sentences of digests in fewer words.
 */
@NullMarked
package ponte.app.rewriting;

import org.jspecify.annotations.NullMarked;
