/** Tests of what puts load on bots and measures it. */
@NullMarked
package ponte.bench.load;

import org.jspecify.annotations.NullMarked;
