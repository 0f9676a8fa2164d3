/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks made part by part, as spreadsheet programs write them and as nobody should. */
#include "inputs/formats/book.h"

#include <string.h>

#include "packing.h"
#include "problems.h"

#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE                                                                                    \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define RELATION(id, kind, target)                                                                 \
    "<Relationship Id=\"" id "\" Type=\"" OFFICE "/" kind "\" Target=\"" target "\"/>"
#define SHEET(rows) "<worksheet " MAIN "><sheetData>" rows "</sheetData></worksheet>"
#define ONE_SHEET                                                                                  \
    "<workbook " MAIN " xmlns:r=\"" OFFICE                                                         \
    "\"><sheets><sheet name=\"salles\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
#define TEXT(text) "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define ODS(styles, tables)                                                                        \
    "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" "              \
    "xmlns:style=\"s\" xmlns:calcext=\"c\"><office:automatic-styles>" styles                       \
    "</office:automatic-styles><office:body><office:spreadsheet>" tables                           \
    "</office:spreadsheet></office:body></office:document-content>"

/* A workbook being made, then what came out of it. */
typedef struct Fixture {
    Packing *packing;
    CoProblemList *problems;
    GPtrArray *sheets; /* NULL when it was refused */
} Fixture;

static Fixture fixture_new(void)
{
    return (Fixture){packing_new(), co_problem_list_new(), NULL};
}

static void fixture_clear(Fixture *fixture)
{
    g_clear_pointer(&fixture->sheets, g_ptr_array_unref);
    co_problem_list_free(fixture->problems);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Fixture, fixture_clear)

static void part(Fixture *fixture, const char *name, const char *text)
{
    packing_add(fixture->packing, name, text, -1);
}

/* What every .xlsx here begins with. @param more  relations of the workbook */
static void begin_xlsx(Fixture *fixture, const char *workbook, const char *more)
{
    g_autofree char *relations =
        g_strconcat(PACKAGE RELATION("rId1", "worksheet", "worksheets/sheet1.xml"), more,
                    "</Relationships>", NULL);
    part(fixture, "[Content_Types].xml", "<Types/>");
    part(fixture, "_rels/.rels",
         PACKAGE RELATION("rId1", "officeDocument", "xl/workbook.xml") "</Relationships>");
    part(fixture, "xl/_rels/workbook.xml.rels", relations);
    part(fixture, "xl/workbook.xml", workbook);
}

static void read_bytes(Fixture *fixture, const char *bytes, gsize size)
{
    CoBookSource source = {bytes, size, "classeur.xlsx"};
    fixture->sheets = co_book_read_bytes(&source, NULL, NULL, fixture->problems);
}

static void read_book(Fixture *fixture)
{
    gsize size;
    g_autofree char *bytes = packing_finish(fixture->packing, TRUE, &size);
    read_bytes(fixture, bytes, size);
}

static const CoSheet *sheet_of(const Fixture *fixture, guint index)
{
    if (fixture->sheets == NULL)
        problems_print(fixture->problems);
    g_assert_nonnull(fixture->sheets);
    g_assert_cmpuint(index, <, fixture->sheets->len);
    return fixture->sheets->pdata[index];
}

static void assert_cell(const CoSheet *sheet, int row, int column, const char *text)
{
    g_assert_cmpint(row, <, co_sheet_n_rows(sheet));
    g_assert_cmpstr(co_sheet_cell(sheet, row, column), ==, text);
}

static void assert_refused(const Fixture *fixture, CoProblemCode code)
{
    g_assert_null(fixture->sheets);
    const CoProblem *problem = problems_get(fixture->problems, code);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_ERROR);
    g_assert_cmpint(problem->action, ==, CO_ACTION_FILE_OUT);
    g_assert_cmpstr(problem->file, ==, "classeur.xlsx");
    g_assert_cmpuint(co_problem_list_size(fixture->problems), ==, 1);
}

static const char styles[] =
    "<styleSheet " MAIN "><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy hh:mm\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"[$-40C]d mmm yyyy;@\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
    "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"9\"/><xf numFmtId=\"165\"/>"
    "<xf numFmtId=\"20\"/></cellXfs></styleSheet>";

static void test_an_xlsx_of_the_usual_kind_is_read_as_typed(void)
{
    g_auto(Fixture) fixture = fixture_new();
    begin_xlsx(&fixture, ONE_SHEET,
               RELATION("rId2", "styles", "styles.xml")
                   RELATION("rId3", "sharedStrings", "/xl/sharedStrings.xml"));
    part(&fixture, "xl/styles.xml", styles);
    part(&fixture, "xl/sharedStrings.xml",
         "<sst " MAIN "><si><t>salle</t></si><si><r><t>pla</t></r><r><rPr><b/></rPr><t>ces</t></r>"
         "<rPh sb=\"0\"><t>non</t></rPh></si><si><t>Été &amp; a_x000D_\nb</t></si></sst>");
    part(
        &fixture, "xl/worksheets/sheet1.xml",
        SHEET("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
              "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>2</v></c><c r=\"B4\" s=\"1\"><v>45614</v></c>"
              "<c r=\"C4\" s=\"2\"><v>45614.3958333333</v></c><c r=\"D4\" s=\"3\"><v>0.005</v></c>"
              "<c r=\"E4\" s=\"4\"><v>45614.75</v></c><c r=\"F4\" s=\"5\"><v>0.375</v></c></row>"
              "<row r=\"5\"><c r=\"A5\" t=\"b\"><v>1</v></c><c r=\"B5\" t=\"str\"><f>A1</f><v>x</v>"
              "</c><c r=\"C5\"><v>1.50E1</v></c><c r=\"D5\"><f>1+1</f><v>2</v></c></row>"));
    read_book(&fixture);
    const CoSheet *sheet = sheet_of(&fixture, 0);
    g_assert_cmpstr(co_sheet_name(sheet), ==, "salles");
    g_assert_cmpint(co_sheet_n_columns(sheet), ==, 3);
    g_assert_cmpstr(co_sheet_header(sheet, 2), ==, "places");
    g_assert_cmpstr(co_sheet_column_label(sheet, 2), ==, "places (C)");
    g_assert_cmpint(co_sheet_line(sheet, 0), ==, 4);
    assert_cell(sheet, 0, 0, "Été & a\nb");
    assert_cell(sheet, 0, 1, "2024-11-18");
    assert_cell(sheet, 0, 2, "2024-11-18 09:30:00");
    assert_cell(sheet, 0, 3, "0.5%");
    assert_cell(sheet, 0, 4, "2024-11-18");
    assert_cell(sheet, 0, 5, "09:00");
    assert_cell(sheet, 1, 0, "oui");
    assert_cell(sheet, 1, 1, "x");
    assert_cell(sheet, 1, 2, "15");
    assert_cell(sheet, 1, 3, "2");
    const CoProblem *problem = problems_get(fixture.problems, CO_PROBLEM_ROW_LENGTH);
    g_assert_cmpstr(problem->detail, ==, "D");
}

static void test_dates_count_from_1904_when_the_workbook_says_so(void)
{
    g_auto(Fixture) fixture = fixture_new();
    begin_xlsx(&fixture,
               "<workbook " MAIN " xmlns:r=\"" OFFICE
               "\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"fm1\" sheetId=\"1\" "
               "r:id=\"rId1\"/></sheets></workbook>",
               RELATION("rId2", "styles", "styles.xml"));
    part(&fixture, "xl/styles.xml", styles);
    part(&fixture, "xl/worksheets/sheet1.xml",
         SHEET("<row>" TEXT("debut") "</row><row><c s=\"1\"><v>44152</v></c></row>"));
    read_book(&fixture);
    assert_cell(sheet_of(&fixture, 0), 0, 0, "2024-11-18");
}

/* Google's export: no shared strings, no references, no styles. */
static void test_inline_texts_without_any_reference_are_read(void)
{
    g_auto(Fixture) fixture = fixture_new();
    begin_xlsx(&fixture, ONE_SHEET, "");
    part(&fixture, "xl/worksheets/sheet1.xml",
         SHEET("<row>" TEXT("salle") TEXT("places") "</row><row>" TEXT(
             "S1") "<c><v>12</v></c>"
                   "</row><row/><row><c/><c t=\"d\"><v>2024-11-18T00:00:00</v></c></row>"));
    read_book(&fixture);
    const CoSheet *sheet = sheet_of(&fixture, 0);
    assert_cell(sheet, 0, 1, "12");
    assert_cell(sheet, 1, 1, "2024-11-18");
    g_assert_cmpint(co_sheet_line(sheet, 1), ==, 4);
}

static void test_errors_and_formulas_without_result_are_told_once_per_column(void)
{
    g_auto(Fixture) fixture = fixture_new();
    begin_xlsx(&fixture, ONE_SHEET, "");
    part(&fixture, "xl/worksheets/sheet1.xml",
         SHEET("<row>" TEXT("salle") TEXT("places") "</row><row>" TEXT(
             "S1") "<c t=\"e\"><v>#N/A</v>"
                   "</c></row><row>" TEXT(
                       "S2") "<c t=\"e\"><v>#REF!</v></c></row><row><c><f>A1</f></c>"
                             "<c><v>3</v></c></row>"));
    read_book(&fixture);
    const CoSheet *sheet = sheet_of(&fixture, 0);
    assert_cell(sheet, 0, 1, "");
    const CoProblem *problem = problems_get(fixture.problems, CO_PROBLEM_CELL_ERROR);
    g_assert_cmpstr(problem->value, ==, "#N/A");
    g_assert_cmpstr(problem->column, ==, "places (B)");
    g_assert_cmpint(problem->line, ==, 2);
    g_assert_cmpint((int)problem->number, ==, 2);
    g_assert_cmpint(problems_get(fixture.problems, CO_PROBLEM_FORMULA_EMPTY)->line, ==, 4);
    g_assert_cmpint(problems_count(fixture.problems, CO_PROBLEM_CELL_ERROR), ==, 1);
}

static void test_hidden_sheets_stay_out_and_hidden_rows_come_in(void)
{
    g_auto(Fixture) fixture = fixture_new();
    begin_xlsx(&fixture,
               "<workbook " MAIN " xmlns:r=\"" OFFICE "\"><sheets><sheet name=\"a\" r:id=\"rId1\"/>"
               "<sheet name=\"b\" state=\"veryHidden\" r:id=\"rId1\"/></sheets></workbook>",
               "");
    part(&fixture, "xl/worksheets/sheet1.xml",
         SHEET("<row>" TEXT("salle") "</row><row hidden=\"1\">" TEXT("S1") "</row>"));
    read_book(&fixture);
    g_assert_cmpuint(fixture.sheets->len, ==, 1);
    assert_cell(sheet_of(&fixture, 0), 0, 0, "S1");
    g_assert_cmpstr(problems_get(fixture.problems, CO_PROBLEM_SHEET_HIDDEN)->sheet, ==, "b");
    g_assert_cmpint(problems_get(fixture.problems, CO_PROBLEM_ROWS_HIDDEN)->line, ==, 2);
    problems_assert_below(fixture.problems, CO_SEVERITY_WARNING);
}

static void test_merged_cells_count_for_all_they_cover(void)
{
    g_auto(Fixture) fixture = fixture_new();
    begin_xlsx(&fixture, ONE_SHEET, "");
    part(&fixture, "xl/worksheets/sheet1.xml",
         "<worksheet " MAIN "><sheetData><row r=\"1\">" TEXT("uai")
             TEXT("personne") "</row>"
                              "<row r=\"2\">" TEXT("0389001C")
                                  TEXT("Odile") "</row><row r=\"3\"><c r=\"B3\" "
                                                "t=\"inlineStr\"><is><t>Luc</t></is></c></row></"
                                                "sheetData><mergeCells><mergeCell "
                                                "ref=\"B1:C1\"/><mergeCell "
                                                "ref=\"A2:A3\"/></mergeCells></worksheet>");
    read_book(&fixture);
    const CoSheet *sheet = sheet_of(&fixture, 0);
    g_assert_cmpint(co_sheet_n_columns(sheet), ==, 3);
    g_assert_cmpstr(co_sheet_header(sheet, 2), ==, "personne");
    assert_cell(sheet, 1, 0, "0389001C");
    assert_cell(sheet, 1, 1, "Luc");
    g_assert_cmpint(problems_get(fixture.problems, CO_PROBLEM_CELLS_MERGED)->line, ==, 3);
}

static void test_an_ods_is_read_as_typed(void)
{
    g_auto(Fixture) fixture = fixture_new();
    part(
        &fixture, "content.xml",
        ODS("<style:style style:name=\"h\"><style:table-properties table:display=\"false\"/>"
            "</style:style>",
            "<table:table table:name=\"cachee\" table:style-name=\"h\"><table:table-row>"
            "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
            "</table:table><table:table table:name=\"salles\"><table:table-row><table:table-cell "
            "office:value-type=\"string\"><office:annotation><text:p>bulle</text:p>"
            "</office:annotation><text:p>sal<text:span>le</text:span></text:p></table:table-cell>"
            "<table:table-cell table:number-columns-repeated=\"3\"><text:p>n</text:p>"
            "</table:table-cell></table:table-row><table:table-row "
            "table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"date\" "
            "office:date-value=\"2024-11-18T10:11:12\"><text:p>18/11/24</text:p></table:table-cell>"
            "<table:table-cell office:value-type=\"percentage\" office:value=\"0.07\"/>"
            "<table:table-cell office:value-type=\"time\" office:time-value=\"PT09H30M00S\"/>"
            "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"false\"/>"
            "</table:table-row><table:table-row table:number-rows-repeated=\"2000000000\">"
            "<table:table-cell table:number-columns-repeated=\"2000000000\"/></table:table-row>"
            "<table:table-row><table:table-cell/><table:table-cell office:value-type=\"string\" "
            "office:string-value=\"\" calcext:value-type=\"error\"><text:p>#N/A</text:p>"
            "</table:table-cell></table:table-row></table:table>"));
    read_book(&fixture);
    const CoSheet *sheet = sheet_of(&fixture, 0);
    g_assert_cmpuint(fixture.sheets->len, ==, 1);
    g_assert_cmpstr(co_sheet_header(sheet, 0), ==, "salle");
    g_assert_cmpint(co_sheet_n_columns(sheet), ==, 4);
    g_assert_cmpint(co_sheet_n_rows(sheet), ==, 2);
    assert_cell(sheet, 0, 0, "2024-11-18");
    assert_cell(sheet, 1, 1, "7%");
    assert_cell(sheet, 1, 2, "09:30");
    assert_cell(sheet, 1, 3, "non");
    g_assert_cmpint(problems_count(fixture.problems, CO_PROBLEM_SHEET_HIDDEN), ==, 1);
    g_assert_cmpstr(problems_get(fixture.problems, CO_PROBLEM_CELL_ERROR)->value, ==, "#N/A");
}

static void test_an_absurd_repetition_is_bounded(void)
{
    g_auto(Fixture) fixture = fixture_new();
    part(&fixture, "content.xml",
         ODS("",
             "<table:table table:name=\"a\"><table:table-row "
             "table:number-rows-repeated=\"2000000000\"><table:table-cell "
             "table:number-columns-repeated=\"2000000000\"><text:p>n</text:p></table:table-cell>"
             "</table:table-row></table:table>"));
    read_book(&fixture);
    assert_refused(&fixture, CO_PROBLEM_BOOK_TOO_LARGE);
}

/* A sound .xlsx but for its workbook part and the relations of it. */
static void refuse_workbook(const char *workbook, const char *relations, CoProblemCode code)
{
    g_auto(Fixture) fixture = fixture_new();
    begin_xlsx(&fixture, workbook, relations);
    part(&fixture, "xl/worksheets/sheet1.xml", SHEET("<row>" TEXT("a") "</row>"));
    read_book(&fixture);
    assert_refused(&fixture, code);
}

static void refuse_sheet(const char *sheet, CoProblemCode code)
{
    g_auto(Fixture) fixture = fixture_new();
    begin_xlsx(&fixture, ONE_SHEET, "");
    if (sheet != NULL)
        part(&fixture, "xl/worksheets/sheet1.xml", sheet);
    read_book(&fixture);
    assert_refused(&fixture, code);
}

static void test_macros_are_refused_by_name(void)
{
    refuse_workbook(ONE_SHEET, RELATION("rId9", "vbaProject", "vbaProject.bin"),
                    CO_PROBLEM_BOOK_MACROS);
    g_auto(Fixture) fixture = fixture_new();
    part(&fixture, "content.xml", ODS("", ""));
    part(&fixture, "Basic/Standard/script-lb.xml", "<a/>");
    read_book(&fixture);
    assert_refused(&fixture, CO_PROBLEM_BOOK_MACROS);
}

static void test_passwords_are_refused_by_name(void)
{
    static const char secret[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0"
                                 "P\0a\0c\0k\0a\0g\0e\0";
    g_auto(Fixture) xlsx = fixture_new();
    gsize unused;
    g_free(packing_finish(xlsx.packing, FALSE, &unused));
    read_bytes(&xlsx, secret, sizeof secret);
    assert_refused(&xlsx, CO_PROBLEM_BOOK_ENCRYPTED);
    g_auto(Fixture) ods = fixture_new();
    part(
        &ods, "META-INF/manifest.xml",
        "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>");
    part(&ods, "content.xml", "random bytes");
    read_book(&ods);
    assert_refused(&ods, CO_PROBLEM_BOOK_ENCRYPTED);
}

static void test_old_workbooks_are_refused_by_name(void)
{
    g_auto(Fixture) fixture = fixture_new();
    gsize unused;
    g_free(packing_finish(fixture.packing, FALSE, &unused));
    read_bytes(&fixture, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    assert_refused(&fixture, CO_PROBLEM_FILE_FORMAT);
    g_assert_cmpstr(problems_get(fixture.problems, CO_PROBLEM_FILE_FORMAT)->value, ==, "xls");
}

static void test_broken_packages_are_refused_whole(void)
{
    refuse_sheet(NULL, CO_PROBLEM_BOOK_DAMAGED); /* the part is not there */
    refuse_sheet("<worksheet><sheetData><row>" TEXT("a"), CO_PROBLEM_BOOK_DAMAGED);
    refuse_workbook("<workbook/", "", CO_PROBLEM_BOOK_DAMAGED);
    for (int n_kept = 1; n_kept < 4; n_kept++) {
        g_auto(Fixture) fixture = fixture_new();
        begin_xlsx(&fixture, ONE_SHEET, "");
        part(&fixture, "xl/worksheets/sheet1.xml", SHEET("<row>" TEXT("a") "</row>"));
        gsize size;
        g_autofree char *bytes = packing_finish(fixture.packing, TRUE, &size);
        read_bytes(&fixture, bytes, size * (gsize)n_kept / 4);
        assert_refused(&fixture, CO_PROBLEM_BOOK_DAMAGED);
    }
}

static void test_a_document_type_is_refused(void)
{
    refuse_sheet("<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>",
                 CO_PROBLEM_BOOK_DAMAGED);
}

static void test_absurd_references_are_refused(void)
{
    refuse_sheet(SHEET("<row><c r=\"XFE1\"><v>1</v></c></row>"), CO_PROBLEM_BOOK_DAMAGED);
    refuse_sheet(SHEET("<row><c r=\"A99999999999\"><v>1</v></c></row>"), CO_PROBLEM_BOOK_DAMAGED);
    refuse_sheet(SHEET("<row r=\"5\">" TEXT("a") "</row><row r=\"2\">" TEXT("b") "</row>"),
                 CO_PROBLEM_BOOK_DAMAGED);
    refuse_sheet(SHEET("<row><c t=\"s\"><v>3</v></c></row>"), CO_PROBLEM_BOOK_DAMAGED);
}

static void test_a_tree_too_deep_is_refused(void)
{
    g_autoptr(GString) deep = g_string_new(NULL);
    for (int i = 0; i < 1000; i++)
        g_string_append(deep, "<a>");
    for (int i = 0; i < 1000; i++)
        g_string_append(deep, "</a>");
    refuse_sheet(deep->str, CO_PROBLEM_BOOK_DAMAGED);
}

static void test_a_path_out_of_the_package_leads_nowhere(void)
{
    refuse_workbook("<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"rId9\"/></sheets>"
                    "</workbook>",
                    RELATION("rId9", "worksheet", "../../../etc/passwd"), CO_PROBLEM_BOOK_DAMAGED);
}

static void test_a_bomb_is_refused_before_it_goes_off(void)
{
    g_auto(Fixture) fixture = fixture_new();
    enum { PADDING = 64 << 20 };
    begin_xlsx(&fixture, ONE_SHEET, "");
    g_autofree char *bomb = g_malloc(PADDING);
    memset(bomb, ' ', PADDING);
    /* Bytes, no text. NOLINTNEXTLINE(bugprone-not-null-terminated-result) */
    memcpy(bomb, "<worksheet>", strlen("<worksheet>"));
    packing_add(fixture.packing, "xl/worksheets/sheet1.xml", bomb, PADDING);
    read_book(&fixture);
    assert_refused(&fixture, CO_PROBLEM_BOOK_TOO_LARGE);
}

/* Found by the fuzzer: a reference that cannot be left its column at -1 for the events to come. */
static void test_a_bad_reference_leaves_no_cell_behind(void)
{
    refuse_sheet(SHEET("<row><c r=\"1\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c></row>"),
                 CO_PROBLEM_BOOK_DAMAGED);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/book/xlsx", test_an_xlsx_of_the_usual_kind_is_read_as_typed);
    g_test_add_func("/book/xlsx/1904", test_dates_count_from_1904_when_the_workbook_says_so);
    g_test_add_func("/book/xlsx/inline", test_inline_texts_without_any_reference_are_read);
    g_test_add_func("/book/xlsx/faults",
                    test_errors_and_formulas_without_result_are_told_once_per_column);
    g_test_add_func("/book/xlsx/hidden", test_hidden_sheets_stay_out_and_hidden_rows_come_in);
    g_test_add_func("/book/xlsx/merged", test_merged_cells_count_for_all_they_cover);
    g_test_add_func("/book/ods", test_an_ods_is_read_as_typed);
    g_test_add_func("/book/ods/repeated", test_an_absurd_repetition_is_bounded);
    g_test_add_func("/book/refused/macros", test_macros_are_refused_by_name);
    g_test_add_func("/book/refused/passwords", test_passwords_are_refused_by_name);
    g_test_add_func("/book/refused/old", test_old_workbooks_are_refused_by_name);
    g_test_add_func("/book/refused/broken", test_broken_packages_are_refused_whole);
    g_test_add_func("/book/refused/doctype", test_a_document_type_is_refused);
    g_test_add_func("/book/refused/references", test_absurd_references_are_refused);
    g_test_add_func("/book/refused/depth", test_a_tree_too_deep_is_refused);
    g_test_add_func("/book/refused/path", test_a_path_out_of_the_package_leads_nowhere);
    g_test_add_func("/book/refused/bomb", test_a_bomb_is_refused_before_it_goes_off);
    g_test_add_func("/book/fuzz/bad_reference", test_a_bad_reference_leaves_no_cell_behind);
    return g_test_run();
}
