/** Text in, facts about text out: its language, sentences, words, questions and key phrases. */
@NullMarked
package ponte.nlp;

import org.jspecify.annotations.NullMarked;
