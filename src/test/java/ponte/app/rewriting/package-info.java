/** Tests of the rewriter. */
@NullMarked
package ponte.app.rewriting;

import org.jspecify.annotations.NullMarked;
