// Where items end, and what must stand on the line of what is before it.
//
// To the language a line end is white space, but two clauses on one line need `and` between them. So whether a clause
// is over depends on what comes next. The tokens that say so are empty; nothing but this file looks ahead.

#include "tree_sitter/parser.h"

#include <string.h>

enum Token {
    ALONE, // a filter that nothing is compared with: a signal
    END,
    // Never read; they say where the parser is.
    IN_DATA,
    IN_LET,
    IN_STRING,
    IN_RANGE,   // a word that only a range can begin with
    UNFINISHED, // a bracket is open, or a value is missing
    RESERVED,   // a word
    MENDED,     // behind a slip
    // In the order of KEYWORDS.
    AND,
    OR,
    NOT,
    IN,
    LET,
    USE,
    AS,
    PERSONA,
    ENV,
    TRUE,
    FALSE,
    NULL_,
    COLON,
    UNIT,
    ERROR_SENTINEL,
};

static const char *const KEYWORDS[] = {"and", "or", "not", "in", "let", "use", "as", "persona", "env", "true", "false", "null"};
enum { KEYWORD_COUNT = sizeof KEYWORDS / sizeof *KEYWORDS };
static const char *const UNITS[] = {"years", "year", "employees", "employee", "people"};
enum { UNIT_COUNT = sizeof UNITS / sizeof *UNITS };

// What the text goes on with.
typedef enum {
    NOTHING,          // the end of the file or of a block
    LINK,             // `and`, `or`, what other languages have for them, and `as`
    CLOSER,           // a bracket that closes, or a comma
    RELATION,         // an operator or a range
    ITEM,             // `let`, `use`, `persona`, `name:`
    COMPARISON,       // a filter and its operator, on one line
    LOOSE_COMPARISON, // a filter and a range, or an operator on a later line
    OPERAND,          // `(`, `$`, `not (`: a clause that begins with no word
    OTHER,
} Next;

// A word is compared with keywords, so its beginning is enough.
enum { LONGEST = 10 };
typedef struct {
    char text[LONGEST + 1];
    unsigned length;
    bool is_name;
} Word;

static void advance(TSLexer *lexer) { lexer->advance(lexer, false); }
static void skip(TSLexer *lexer) { lexer->advance(lexer, true); }

static bool is_blank(int32_t c) { return c == ' ' || c == '\t' || c == '\r'; }
static bool is_digit(int32_t c) { return c >= '0' && c <= '9'; }
static bool is_letter(int32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Beyond ASCII everything is taken for a letter but the punctuation that people paste.
static bool is_word_part(int32_t c) {
    if (c < 0x80) return is_letter(c) || is_digit(c) || c == '_' || c == '-';
    if (c < 0xc0) return c == 0xaa || c == 0xb5 || c == 0xb7 || c == 0xba;
    return c != 0xd7 && c != 0xf7 && !(c >= 0x2000 && c < 0x2070 && c != 0x203f && c != 0x2040 && c != 0x2054) &&
           !(c >= 0x3000 && c < 0x3005);
}

static Word read_word(TSLexer *lexer) {
    Word word = {.length = 0, .is_name = !is_digit(lexer->lookahead) && lexer->lookahead != '-'};
    for (; is_word_part(lexer->lookahead); advance(lexer)) {
        if (word.length < LONGEST) {
            int32_t c = lexer->lookahead;
            word.text[word.length] = c < 0x80 ? (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c) : '?';
        }
        word.length++;
    }
    word.text[word.length < LONGEST ? word.length : LONGEST] = '\0';
    return word;
}

// The place of a word among others, or -1.
static int place_in(const char *const *words, int count, Word word) {
    for (int place = 0; word.length < LONGEST && place < count; place++) {
        if (strcmp(word.text, words[place]) == 0) return place;
    }
    return -1;
}

// The token of a keyword, or -1.
static int keyword_of(Word word) {
    int place = place_in(KEYWORDS, KEYWORD_COUNT, word);
    return place < 0 ? -1 : AND + place;
}

static void skip_blanks(TSLexer *lexer) {
    while (is_blank(lexer->lookahead)) skip(lexer);
}

static void skip_white_space(TSLexer *lexer) {
    while (is_blank(lexer->lookahead) || lexer->lookahead == '\n') skip(lexer);
}

// Skips white space and comments; whether that ended a line.
static bool skip_lines(TSLexer *lexer) {
    bool ended = false;
    for (;;) {
        skip_blanks(lexer);
        if (lexer->lookahead == '\n') {
            ended = true;
            skip(lexer);
        } else if (lexer->lookahead == '#') {
            ended = true;
            while (lexer->lookahead != '\n' && !lexer->eof(lexer)) skip(lexer);
        } else {
            return ended;
        }
    }
}

static bool next_is_dots(TSLexer *lexer) {
    if (lexer->lookahead != '.') return false;
    advance(lexer);
    return lexer->lookahead == '.';
}

// Whether a word that has just been read is the lower end of a range; sizes such as `10001+` have more than words.
static bool ends_in_dots(TSLexer *lexer) {
    while (is_word_part(lexer->lookahead) || lexer->lookahead == '+' || lexer->lookahead == 0x2013) advance(lexer);
    return next_is_dots(lexer);
}

static bool string_begins_range(TSLexer *lexer) {
    for (advance(lexer); lexer->lookahead != '"'; advance(lexer)) {
        if (lexer->lookahead == '\n' || lexer->eof(lexer)) return false;
        if (lexer->lookahead == '\\') advance(lexer);
    }
    advance(lexer);
    return next_is_dots(lexer);
}

typedef enum { NO_RELATION, OPERATOR, RANGE } Relation;

static Relation range_if(bool is_range) { return is_range ? RANGE : NO_RELATION; }

static Relation word_relation(TSLexer *lexer) {
    int keyword = keyword_of(read_word(lexer));
    if (keyword == NOT) {
        skip_lines(lexer);
        keyword = keyword_of(read_word(lexer));
    }
    return keyword == IN ? OPERATOR : range_if(ends_in_dots(lexer));
}

// What compares a filter with something, if that stands here. What is read is not needed again.
static Relation next_relation(TSLexer *lexer) {
    int32_t c = lexer->lookahead;
    if (c == '=' || c == '<' || c == '>') return OPERATOR;
    if (c == '.') return range_if(next_is_dots(lexer));
    if (c == '"') return range_if(string_begins_range(lexer));
    if (is_word_part(c)) return word_relation(lexer);
    if (c != '!') return NO_RELATION;
    advance(lexer);
    return lexer->lookahead == '=' ? OPERATOR : NO_RELATION;
}

static Next after_not(TSLexer *lexer) {
    skip_blanks(lexer);
    if (lexer->lookahead == '(') return OPERAND;
    skip_lines(lexer);
    return keyword_of(read_word(lexer)) == IN ? RELATION : OTHER;
}

// What a name that has just been read begins.
static Next after_name(TSLexer *lexer) {
    skip_blanks(lexer);
    if (lexer->lookahead == ':') {
        advance(lexer);
        return lexer->lookahead == '/' ? OTHER : ITEM;
    }
    bool is_later = skip_lines(lexer);
    Relation relation = next_relation(lexer);
    if (relation == NO_RELATION) return OTHER;
    return is_later || relation == RANGE ? LOOSE_COMPARISON : COMPARISON;
}

static Next after_word(TSLexer *lexer, Word word) {
    switch (keyword_of(word)) {
        case -1:
            if (ends_in_dots(lexer)) return RELATION;
            return word.is_name ? after_name(lexer) : OTHER;
        case AND:
        case OR:
        case AS:
            return LINK;
        case IN:
            return RELATION;
        case NOT:
            return after_not(lexer);
        case LET:
        case USE:
        case PERSONA:
            return ITEM;
        default:
            return OTHER;
    }
}

static Next look_ahead(TSLexer *lexer) {
    if (lexer->eof(lexer)) return NOTHING;
    switch (lexer->lookahead) {
        case '}':
            return NOTHING;
        case '(':
        case '$':
            return OPERAND;
        case ')':
        case ']':
        case ',':
            return CLOSER;
        case '&':
        case '|':
            return LINK;
        default:
            break;
    }
    if (is_word_part(lexer->lookahead)) return after_word(lexer, read_word(lexer));
    return next_relation(lexer) == NO_RELATION ? OTHER : RELATION;
}

static bool emit(TSLexer *lexer, enum Token token) {
    lexer->result_symbol = token;
    return true;
}

// A token that is more than a place: the word or sign that has just been read.
static bool emit_read(TSLexer *lexer, enum Token token) {
    lexer->mark_end(lexer);
    return emit(lexer, token);
}

// Whether the item that the parser is in ends where `next` follows.
static bool item_ends(const bool *valid, Next next, bool line_ended) {
    bool ends_line = line_ended || next == NOTHING || next == ITEM;
    // Another item may stand on the line of a setting if it cannot be taken for more of its text.
    if (valid[IN_DATA]) return ends_line || next == COMPARISON;
    if (next == LINK || next == CLOSER) return false;
    // A value is the beginning of a clause if something compares it.
    if (valid[IN_LET]) return next != RELATION && (ends_line || next != OTHER);
    return ends_line;
}

static bool wants_operand(const bool *valid) { return valid[NOT] && !valid[ALONE] && !valid[LET]; }

// Whether something begins that what is still open must not swallow: a bracket, a missing value, a link.
static bool is_left_open(const bool *valid, Next next) {
    if (valid[UNFINISHED]) return next == ITEM || next == COMPARISON || next == LOOSE_COMPARISON;
    return wants_operand(valid) && next == ITEM;
}

// Whether it matters what follows. Elsewhere long comments are not read once for each of their lines.
static bool may_end(const bool *valid) {
    return valid[ALONE] || valid[END] || valid[AND] || valid[UNFINISHED] || wants_operand(valid);
}

// Where an end is not valid it is still better than what follows: the parser knows what is missing before it.
static bool scan_end(TSLexer *lexer, const bool *valid, Next next, bool line_ended) {
    if (valid[ERROR_SENTINEL]) return false;
    if (valid[ALONE] && !(valid[END] && item_ends(valid, next, line_ended))) return next != RELATION && emit(lexer, ALONE);
    if (line_ended && is_left_open(valid, next)) return emit(lexer, END);
    return !valid[UNFINISHED] && (valid[END] || valid[AND]) && item_ends(valid, next, line_ended) && emit(lexer, END);
}

// A string ends on its line, and a clause may go on behind it.
static bool scan_in_string(TSLexer *lexer) {
    if (lexer->eof(lexer)) return emit(lexer, END);
    if (lexer->lookahead != '\n') return false;
    skip_white_space(lexer);
    int keyword = is_letter(lexer->lookahead) ? keyword_of(read_word(lexer)) : -1;
    return keyword == AND || keyword == OR ? emit_read(lexer, keyword) : emit(lexer, END);
}

// A keyword is one wherever it stands: where none may stand, the parser shall see it.
static bool scan_keyword(TSLexer *lexer, const bool *valid, Word word, int keyword, bool on_line) {
    if (valid[keyword] && (!valid[ALONE] || keyword == IN)) return emit_read(lexer, keyword);
    // Behind a filter the `not` of `not in` is read by the lexer, for here more than the word must be looked at.
    bool looks_on = keyword == NOT && (valid[ALONE] || valid[IN_LET]);
    Next next = keyword == NOT && !looks_on ? OTHER : after_word(lexer, word);
    return scan_end(lexer, valid, next, !on_line) || (!looks_on && emit_read(lexer, keyword));
}

static bool scan_word(TSLexer *lexer, const bool *valid, bool on_line, bool behind_blank) {
    Word word = read_word(lexer);
    int keyword = keyword_of(word);
    if (keyword >= 0) return scan_keyword(lexer, valid, word, keyword, on_line);
    // `years..5` is a range.
    bool is_unit = on_line && behind_blank && place_in(UNITS, UNIT_COUNT, word) >= 0 && lexer->lookahead != '.';
    if (valid[UNIT] && is_unit) return emit_read(lexer, UNIT);
    return scan_end(lexer, valid, after_word(lexer, word), !on_line);
}

bool tree_sitter_persona_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
    (void)payload;
    lexer->mark_end(lexer);
    if (valid[IN_STRING] && !valid[ERROR_SENTINEL]) return scan_in_string(lexer);
    bool behind_blank = is_blank(lexer->lookahead);
    skip_blanks(lexer);
    if (lexer->lookahead == ':' && valid[COLON]) {
        advance(lexer);
        return emit_read(lexer, COLON);
    }
    bool on_line = lexer->lookahead != '\n' && lexer->lookahead != '#';
    skip_white_space(lexer);
    if (is_word_part(lexer->lookahead)) return scan_word(lexer, valid, on_line, behind_blank);
    if (!may_end(valid)) return false;
    bool line_ended = skip_lines(lexer) || !on_line;
    return scan_end(lexer, valid, look_ahead(lexer), line_ended);
}

void *tree_sitter_persona_external_scanner_create(void) { return NULL; }
void tree_sitter_persona_external_scanner_destroy(void *payload) { (void)payload; }
unsigned tree_sitter_persona_external_scanner_serialize(void *payload, char *buffer) {
    (void)payload;
    (void)buffer;
    return 0;
}
void tree_sitter_persona_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
    (void)payload;
    (void)buffer;
    (void)length;
}
