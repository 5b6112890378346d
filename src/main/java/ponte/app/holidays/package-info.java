/** Public holidays, by Jollyday. */
@NullMarked
package ponte.app.holidays;

import org.jspecify.annotations.NullMarked;
