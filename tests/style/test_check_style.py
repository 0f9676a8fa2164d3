#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of check_style.py and check_links.py refuses a tree that breaks it, and only that."""
import subprocess
import tempfile
import unittest
from pathlib import Path

import check_links
import check_style

SPDX = f"/* {check_style.SPDX} */\n"
LIST = "cohorte_add_library(x SOURCES {})\n"


def header(folder, body=""):
    return f"{SPDX}/** @file x.h  A subject. Implemented by {folder}. */\n#pragma once\n{body}"


def source(body=""):
    return SPDX + body


def function(n_lines):
    """A function of exactly n_lines lines, its signature included."""
    return "int co_f(void)\n{\n" + "    co_g();\n" * (n_lines - 3) + "}\n"


class StyleCase(unittest.TestCase):
    def findings(self, files):
        """What the checker says about a tree made of these files, each .c and header listed."""
        with tempfile.TemporaryDirectory() as root:
            names = {}
            for path, text in files.items():
                target = Path(root, path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
                if path.endswith(".c"):
                    folder, name = path.rsplit("/", 1)
                    names.setdefault(folder, []).append(name)
                elif path.startswith("include/"):
                    names.setdefault("include", []).append(path[len("include/") :])
            for folder, listed in names.items():
                listing = Path(root, folder, "CMakeLists.txt")
                if not listing.exists():
                    listing.write_text(LIST.format(" ".join(listed)), encoding="utf-8")
            return check_style.check(root)

    def assert_refused(self, files, place, rule):
        found = self.findings(files)
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith(place + ": "), found)
        self.assertTrue(found[0].endswith(f"[{rule}]"), found)

    def assert_accepted(self, files):
        self.assertEqual(self.findings(files), [])


class OutsideHeaders(StyleCase):
    def test_each_library_has_one_user(self):
        homes = {
            "glpk.h": "solver/glpk_lp.c",
            "sqlite3.h": "planner/store/database.c",
            "xlsxwriter.h": "outputs/workbook.c",
            "zip.h": "inputs/archive.c",
            "expat.h": "inputs/xml.c",
            "libxml/parser.h": "inputs/xml.c",
        }
        for name, home in homes.items():
            with self.subTest(name):
                include = source(f"#include <{name}>\n")
                self.assert_accepted({home: include})
                self.assert_refused({"planner/engine/a.c": include}, "planner/engine/a.c:2",
                                    "outside-header")

    def test_quotes_do_not_hide_a_library(self):
        files = {"planner/domain/a.c": source('\n#  include "sqlite3.h"\n')}
        self.assert_refused(files, "planner/domain/a.c:3", "outside-header")

    def test_glpk_is_for_its_own_files_even_in_solver(self):
        self.assert_refused({"solver/dive.c": source("#include <glpk.h>\n")}, "solver/dive.c:2",
                            "outside-header")

    def test_gio_is_for_nobody(self):
        self.assert_refused({"planner/front/a.c": source("#include <gio/gio.h>\n")},
                            "planner/front/a.c:2", "outside-header")

    def test_a_comment_includes_nothing(self):
        self.assert_accepted({"inputs/a.c": source("/* not\n#include <glpk.h>\n*/\n")})


class Directions(StyleCase):
    def test_public_headers_follow_the_arrows(self):
        folders = list(check_style.STANDS_ON)
        for user in folders:
            for used in folders:
                with self.subTest(user=user, used=used):
                    files = {
                        "include/cohorte/x.h": header(f"{used}/x.c"),
                        f"{user}/a.c": source('#include "cohorte/x.h"\n'),
                    }
                    stands_on = check_style.STANDS_ON[user] | {user}
                    if used in stands_on | check_style.SEES_TYPES_OF.get(user, set()):
                        self.assert_accepted(files)
                    else:
                        self.assert_refused(files, f"{user}/a.c:2", "direction")

    def test_the_arrows_are_those_of_the_house(self):
        pairs = {(user, used) for user, all_used in check_style.STANDS_ON.items()
                 for used in all_used if user != "planner/front"}
        self.assertEqual(pairs, {
            ("planner/check", "planner/domain"), ("planner/store", "planner/domain"),
            ("inputs", "planner/domain"), ("outputs", "planner/domain"),
            ("planner/engine", "planner/domain"), ("planner/engine", "solver"),
        })

    def test_a_contract_follows_the_arrows_too(self):
        files = {
            "include/cohorte/engine.h": header("planner/engine/"),
            "include/cohorte/check.h": header("planner/check/", '#include "cohorte/engine.h"\n'),
        }
        self.assert_refused(files, "include/cohorte/check.h:4", "direction")

    def test_angle_brackets_do_not_hide_a_contract(self):
        files = {
            "include/cohorte/store.h": header("planner/store/"),
            "inputs/a.c": source("#include <cohorte/store.h>\n"),
        }
        self.assert_refused(files, "inputs/a.c:2", "direction")

    def test_a_sibling_is_found_through_a_path(self):
        for include in ("../store/rows.h", "planner/store/rows.h"):
            with self.subTest(include):
                files = {
                    "planner/store/rows.h": source(),
                    "planner/check/a.c": source(f'#include "{include}"\n'),
                }
                self.assert_refused(files, "planner/check/a.c:2", "direction")

    def test_a_private_header_stays_private_along_an_arrow(self):
        files = {
            "solver/columns.h": source(),
            "planner/engine/a.c": source('#include "solver/columns.h"\n'),
        }
        self.assert_refused(files, "planner/engine/a.c:2", "private-header")

    def test_the_bench_may_measure_what_is_private(self):
        self.assert_accepted({
            "solver/x.h": source("#pragma once\n"),
            "bench/pricing.c": source('#include "solver/x.h"\n'),
        })

    def test_a_private_header_is_for_its_folder_and_the_tests_of_that_folder(self):
        files = {
            "solver/columns.h": source(),
            "solver/columns.c": source('#include "columns.h"\n'),
            "tests/solver/test_columns.c": source('#include "solver/columns.h"\n'),
        }
        self.assert_accepted(files)
        files["tests/engine/test_x.c"] = source('#include "solver/columns.h"\n')
        self.assert_refused(files, "tests/engine/test_x.c:2", "private-header")

    def test_the_product_includes_no_test(self):
        files = {
            "tests/support/random.h": source(),
            "solver/a.c": source('#include "../tests/support/random.h"\n'),
        }
        self.assert_refused(files, "solver/a.c:2", "private-header")

    def test_an_include_must_name_a_file(self):
        self.assert_refused({"solver/a.c": source('#include "gone.h"\n')}, "solver/a.c:2",
                            "unknown-header")

    def test_a_public_header_names_its_implementer(self):
        files = {"include/cohorte/x.h": source("/** @file x.h  A subject. */\n")}
        self.assert_refused(files, "include/cohorte/x.h:1", "implementer")
        files = {"include/cohorte/x.h": header("planner/nowhere/")}
        self.assert_refused(files, "include/cohorte/x.h:1", "implementer")


class Lengths(StyleCase):
    def test_80_lines_are_allowed_and_81_are_not(self):
        self.assert_accepted({"solver/a.c": source(function(80))})
        self.assert_refused({"solver/a.c": source("\n" + function(81))}, "solver/a.c:3",
                            "long-function")

    def test_tests_are_held_to_it_too(self):
        self.assert_refused({"tests/solver/a.c": source(function(81))}, "tests/solver/a.c:2",
                            "long-function")

    def test_a_reason_right_above_allows_a_long_function(self):
        reason = "/* long: one row per rule, in the order of the rules. */\n"
        self.assert_accepted({"solver/a.c": source(reason + function(200))})

    def test_a_reason_elsewhere_or_empty_does_not(self):
        elsewhere = "/* long: a table */\nint co_h(void);\n"
        self.assert_refused({"solver/a.c": source(elsewhere + function(81))}, "solver/a.c:4",
                            "long-function")
        self.assert_refused({"solver/a.c": source("/* long: */\n" + function(81))},
                            "solver/a.c:3", "long-function")

    def test_braces_in_strings_and_comments_do_not_count(self):
        trap = "int co_f(void)\n{\n    co_g(\"}\", '}'); /* } */ // }\n" + "    co_g();\n" * 80 + "}\n"
        self.assert_refused({"solver/a.c": source(trap)}, "solver/a.c:2", "long-function")

    def test_a_long_table_is_no_function(self):
        table = "static const int table[] = {\n" + "    1,\n" * 100 + "};\n"
        self.assert_accepted({"solver/a.c": source(table)})

    def test_a_function_after_a_macro_and_with_an_attribute_is_measured(self):
        text = "G_DEFINE_QUARK(co_x, co_x)\n\n" + function(81).replace(
            "(void)\n", "(void) G_GNUC_PRINTF(1, 2)\n")
        self.assert_refused({"solver/a.c": source(text)}, "solver/a.c:4", "long-function")

    def test_600_lines_are_allowed_and_601_are_not(self):
        self.assert_accepted({"solver/a.c": source("int co_x;\n" * 599)})
        self.assert_refused({"solver/a.c": source("int co_x;\n" * 600)}, "solver/a.c:601",
                            "long-file")


class Words(StyleCase):
    def test_the_first_line_is_the_licence(self):
        self.assert_refused({"solver/a.c": "\n" + SPDX}, "solver/a.c:1", "licence")

    def test_goto_is_refused_in_code_only(self):
        self.assert_accepted({"solver/a.c": source('/* goto */ const char *co_x = "goto";\n')})
        self.assert_refused({"solver/a.c": source("\nint f(void) { goto end; }\n")},
                            "solver/a.c:3", "goto")

    def test_functions_that_depend_on_the_language_are_refused(self):
        self.assert_accepted({"inputs/a.c": source("double co_x = g_ascii_strtod(t, e);\n")})
        self.assert_refused({"inputs/a.c": source("double co_x = strtod (t, e);\n")},
                            "inputs/a.c:2", "locale")

    def test_assertions_cannot_be_switched_off(self):
        self.assert_refused({"solver/a.c": source("#define G_DISABLE_ASSERT\n")}, "solver/a.c:2",
                            "assertions")
        self.assert_refused({"cmake/x.cmake": "add_compile_definitions(G_DISABLE_CHECKS)\n"},
                            "cmake/x.cmake:1", "assertions")

    def test_silent_folders_have_no_words_for_users(self):
        french = source('const char *co_x = "établissement";\n')
        for folder in ("planner/engine", "planner/check", "planner/store", "solver"):
            with self.subTest(folder):
                self.assert_refused({f"{folder}/a.c": french}, f"{folder}/a.c:2", "user-text")
        self.assert_accepted({"outputs/a.c": french, "planner/front/a.c": french})
        self.assert_accepted({"solver/a.c": source("/* Résultat en centimes */\n")})

    def test_a_macro_does_not_hide_words_for_users(self):
        self.assert_refused({"solver/a.c": source('#define CO_X "échec"\n')}, "solver/a.c:2",
                            "user-text")


class Listed(StyleCase):
    def test_a_file_of_a_sub_folder_is_named_with_it(self):
        files = {"outputs/kit/b.c": source(), "outputs/CMakeLists.txt": LIST.format("kit/b.c")}
        self.assert_accepted(files)
        files["outputs/CMakeLists.txt"] = LIST.format("b.c")
        self.assert_refused(files, "outputs/kit/b.c:1", "unlisted")

    def test_a_forgotten_file_is_found(self):
        for path in ("solver/b.c", "tests/solver/test_b.c"):
            with self.subTest(path):
                folder = path.rsplit("/", 1)[0]
                files = {path: source(), f"{folder}/CMakeLists.txt": LIST.format("ab.c")}
                self.assert_refused(files, f"{path}:1", "unlisted")

    def test_a_forgotten_public_header_is_found(self):
        files = {
            "include/cohorte/x.h": header("solver/"),
            "include/CMakeLists.txt": LIST.format("cohorte/y.h"),
        }
        self.assert_refused(files, "include/cohorte/x.h:1", "unlisted")

    def test_a_folder_without_a_list_is_found(self):
        with tempfile.TemporaryDirectory() as root:
            Path(root, "solver").mkdir()
            Path(root, "solver/a.c").write_text(source(), encoding="utf-8")
            self.assertIn("[unlisted]", "".join(check_style.check(root)))


class Program(unittest.TestCase):
    def test_findings_are_printed_and_make_it_fail(self):
        with tempfile.TemporaryDirectory() as root:
            Path(root, "solver").mkdir()
            Path(root, "solver/a.c").write_text("int co_x;\n", encoding="utf-8")
            result = subprocess.run(["python3", check_style.__file__, root], check=False,
                                    capture_output=True, text=True)
        self.assertEqual(result.returncode, 1)
        self.assertIn("solver/a.c:1: ", result.stdout)

    def test_a_missing_tree_is_a_mistake_of_use(self):
        result = subprocess.run(["python3", check_style.__file__, "/nowhere"], check=False,
                                capture_output=True, text=True)
        self.assertEqual(result.returncode, 2)


class Links(unittest.TestCase):
    def libraries(self, root, sources):
        libraries = {}
        for folder, text in sources.items():
            stem = Path(root, folder.replace("/", "_"))
            stem.with_suffix(".c").write_text(text, encoding="utf-8")
            subprocess.run(["cc", "-c", f"{stem}.c", "-o", f"{stem}.o"], check=True)
            subprocess.run(["ar", "rc", f"{stem}.a", f"{stem}.o"], check=True)
            libraries[folder] = f"{stem}.a"
        return libraries

    def test_a_call_along_an_arrow_is_accepted(self):
        with tempfile.TemporaryDirectory() as root:
            libraries = self.libraries(root, {
                "planner/domain": "int co_day(void) { return 1; }\n",
                "planner/check": "int co_day(void); int co_check(void) { return co_day(); }\n",
            })
            self.assertEqual(check_links.check(libraries), [])

    def test_a_call_against_the_arrows_is_refused(self):
        with tempfile.TemporaryDirectory() as root:
            libraries = self.libraries(root, {
                "planner/check": "int co_check(void) { return 1; }\n",
                "outputs": "int co_check(void); int co_write(void) { return co_check(); }\n",
            })
            self.assertEqual(
                check_links.check(libraries),
                ["outputs calls co_check() of planner/check, on which it does not stand"],
            )

    def test_one_name_has_one_definition(self):
        with tempfile.TemporaryDirectory() as root:
            libraries = self.libraries(root, {
                "inputs": "int co_twice(void) { return 1; }\n",
                "outputs": "int co_twice(void) { return 2; }\n",
            })
            self.assertEqual(check_links.check(libraries),
                             ["co_twice is defined by inputs and by outputs"])


if __name__ == "__main__":
    unittest.main()
