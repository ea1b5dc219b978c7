/**
 * @file Personas: whom to look for, compiled by personac
 * @license MIT OR Apache-2.0
 */

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

const tokens = require('./tokens.js');

// Keywords are read by the scanner, in any case.
const keyword = ($, word) => alias($[`_${word}`], word);
// Ends are empty, and visible so that one that is missing can be seen.
const end = $ => alias($._end, 'end');
const separated = rule => optional(seq(rule, repeat(seq(',', rule)), optional(',')));

module.exports = grammar({
  name: 'persona',

  extras: $ => [/[ \t\r\n]/, $.comment],

  // In the order of `enum Token` in src/scanner.c.
  externals: $ => [
    // Empty tokens: nothing is compared with the filter before; the item ends.
    $._alone,
    $._end,
    // These are never read. Where one is valid, the scanner is asked, and knows where it is.
    $._in_data,
    $._in_let,
    $._in_string,
    $._in_range,
    $._unfinished,
    $._reserved,
    $._mended,
    // Keywords
    $._and,
    $._or,
    $._not,
    $._in,
    $._let,
    $._use,
    $._as,
    $._persona,
    $._env,
    $._true,
    $._false,
    $.null,
    // What must stand on the line of what is before it
    $._colon,
    $.unit,
    $._error_sentinel,
  ],

  supertypes: $ => [$._item, $._expression, $._value, $._data],

  inline: $ => [$._comparison, $._membership, $._element, $._some_range, $._bound, $._adjoining_bound],

  rules: {
    source_file: $ => repeat(choice($._item, $.persona)),

    _item: $ => choice($.setting, $.clause, $.let, $.use),

    comment: _ => token(/#[\t\u{b}-\u{10ffff}]*/u),

    // ── Settings ─────────────────────────────────────────────────────────────────────────────────────────────────
    setting: $ => seq(
      field('key', alias($.identifier, $.setting_key)),
      alias($._colon, ':'),
      field('value', choice($._data, $._unfinished)),
      choice(end($), $._in_data),
    ),

    _data: $ => choice(
      $.string,
      $.foreign_string,
      alias($._json_number, $.number),
      $.boolean,
      $.null,
      alias($.identifier, $.word),
      alias($._loose_word, $.word),
      $.object,
      $.array,
      $.env,
    ),

    boolean: $ => choice(keyword($, 'true'), keyword($, 'false')),

    object: $ => seq('{', separated($.member), '}'),
    member: $ => seq(
      choice(
        seq(field('key', $.string), ':'),
        seq(field('key', alias($._member_key, $.member_key)), alias($._colon, ':')),
      ),
      field('value', $._data),
    ),
    array: $ => seq('[', separated($._data), choice(']', $._unfinished)),
    env: $ => seq(keyword($, 'env'), '(', field('variable', $.string), choice(')', $._unfinished)),

    // ── Clauses ──────────────────────────────────────────────────────────────────────────────────────────────────
    clause: $ => seq($._expression, end($)),

    _expression: $ => choice($.disjunction, $.conjunction, $.negation, $.group, $.condition, $.signal, $.reference),
    // `and` binds tighter than `or`, and a run of either is one node.
    disjunction: $ => seq($._or_operand, repeat1(seq(choice(keyword($, 'or'), $._foreign_or), $._or_operand))),
    conjunction: $ => seq($._and_operand, repeat1(seq(choice(keyword($, 'and'), $._foreign_and), $._and_operand))),
    _or_operand: $ => choice($.conjunction, $._and_operand),
    _and_operand: $ => choice($.negation, $.group, $.condition, $.signal, $.reference),
    negation: $ => seq(keyword($, 'not'), $._and_operand),
    group: $ => seq('(', $._expression, ')'),

    signal: $ => seq(field('filter', alias($.identifier, $.filter)), $._alone),
    condition: $ => seq(
      field('filter', alias($.identifier, $.filter)),
      choice($._comparison, $._membership, field('value', $._some_range)),
    ),
    _comparison: $ => seq(
      field('operator', choice('=', '!=', '<', '<=', '>', '>=')),
      choice(
        field('value', choice($._element, $._unfinished)),
        seq(field('value', $.list), alias($._mended, 'in')),
      ),
    ),
    _membership: $ => seq(
      field('operator', choice(keyword($, 'in'), $.not_in)),
      field('value', choice($.list, $._some_range, $.reference, $._unfinished)),
    ),
    not_in: $ => seq(alias($._not_of_in, 'not'), keyword($, 'in')),
    _not_of_in: _ => token(new RustRegex('(?i)not')),

    // ── Values ───────────────────────────────────────────────────────────────────────────────────────────────────
    list: $ => seq('[', separated($._element), choice(']', $._unfinished)),

    _element: $ => choice($._value, $.quantity, $._some_range, $.reference),
    _some_range: $ => choice($.range, alias($._range_quantity, $.quantity)),
    _value: $ => choice($.string, $.foreign_string, $._bare),
    _bare: $ => choice(
      $.number,
      $.bucket,
      alias($.identifier, $.word),
      alias($._numbered_word, $.word),
      $._reserved,
    ),
    quantity: $ => seq(field('amount', $._bare), $.unit),
    _range_quantity: $ => seq(field('amount', $.range), $.unit),

    range: $ => choice(
      seq(
        field('low', $._bound),
        choice(token.immediate('..'), $._in_range),
        optional(field('high', $._adjoining_bound)),
      ),
      seq('..', field('high', $._adjoining_bound)),
    ),
    _bound: $ => choice($.string, $._bare),
    _adjoining_bound: $ => choice(
      alias($._adjoining_string, $.string),
      alias(token.immediate(tokens.NUMBER), $.number),
      alias(token.immediate(tokens.BUCKET), $.bucket),
      alias(token.immediate(tokens.NAME), $.word),
      alias(token.immediate(tokens.NUMBERED_WORD), $.word),
      $._reserved,
    ),

    reference: $ => seq(
      '$',
      optional(seq(field('alias', alias($._adjoining_name, $.identifier)), token.immediate('.'))),
      field('name', choice(alias($._adjoining_name, $.identifier), $._reserved)),
    ),
    _adjoining_name: _ => token.immediate(tokens.NAME),

    string: $ => seq('"', $._string_rest),
    _adjoining_string: $ => seq(token.immediate('"'), $._string_rest),
    _string_rest: $ => seq(
      repeat(choice($.string_content, $.escape_sequence)),
      choice(token.immediate('"'), $._in_string),
    ),
    string_content: _ => token.immediate(prec(1, /[^"\\\n]+/)),
    escape_sequence: _ => token.immediate(prec(1, tokens.ESCAPE)),

    // ── Lets, uses, personas ─────────────────────────────────────────────────────────────────────────────────────
    let: $ => seq(
      keyword($, 'let'),
      field('name', choice($.identifier, $._reserved)),
      '=',
      choice($._let_list, $._let_element, $._let_expression),
    ),
    // What surely ends by itself takes an end all the same: it is what an open string or list is followed by.
    _let_list: $ => seq(field('value', $.list), optional(end($))),
    // A reference on its own is a value, though it may stand for a filter.
    _let_element: $ => prec(1, seq(field('value', $._element), choice(end($), $._in_let))),
    _let_expression: $ => seq(field('value', $._expression), end($)),

    use: $ => seq(
      keyword($, 'use'),
      field('path', $.string),
      optional(seq(keyword($, 'as'), field('alias', choice($.identifier, $._reserved)))),
      optional(end($)),
    ),

    persona: $ => seq(
      keyword($, 'persona'),
      field('key', choice($.string, $._persona_key)),
      field('body', $.block),
    ),
    _persona_key: $ => choice(alias($.identifier, $.persona_key), alias($._loose_word, $.persona_key), $._reserved),
    block: $ => seq('{', repeat(choice($.setting, $.clause, $.let)), '}'),

    // ── Slips ────────────────────────────────────────────────────────────────────────────────────────────────────
    // People make them all the time. Each is an error for want of what is never read, and nothing else is lost.
    _foreign_or: $ => seq('||', alias($._mended, 'or')),
    _foreign_and: $ => seq('&&', alias($._mended, 'and')),
    foreign_string: $ => seq($.foreign_quotes, alias($._mended, '"')),
    foreign_quotes: _ => token(tokens.FOREIGN_STRING),

    // ── Words ────────────────────────────────────────────────────────────────────────────────────────────────────
    identifier: _ => token(tokens.NAME),
    number: _ => token(tokens.NUMBER),
    bucket: _ => token(tokens.BUCKET),
    _numbered_word: _ => token(tokens.NUMBERED_WORD),
    _json_number: _ => token(tokens.JSON_NUMBER),
    _loose_word: _ => token(tokens.LOOSE_WORD),
    _member_key: _ => token(tokens.MEMBER_KEY),
  },
});
