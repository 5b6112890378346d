/** Tests of digests on paper. */
@NullMarked
package ponte.web.paper;

import org.jspecify.annotations.NullMarked;
