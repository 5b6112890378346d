/** What a community talks about more than before, asks again and again, and has nobody for. */
@NullMarked
package ponte.listening;

import org.jspecify.annotations.NullMarked;
