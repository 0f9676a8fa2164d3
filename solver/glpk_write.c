/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp.h"

#include <glib/gstdio.h>
#include <glpk.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cohorte/grouping.h"
#include "glpk_guard.h"
#include "glpk_prob.h"
#include "lp_copy.h"

typedef struct Writing {
    CoLp *lp;
    bool lp_format;
    const char *path;
    int code;
} Writing;

/* Inside the guard. */
static void write_model(void *data)
{
    Writing *writing = data;
    co_glpk_prob_update(writing->lp);
    if (writing->lp_format)
        writing->code = glp_write_lp(writing->lp->engine, NULL, writing->path);
    else
        writing->code = glp_write_mps(writing->lp->engine, GLP_MPS_FILE, NULL, writing->path);
}

/* GLPK does not look whether closing the file worked, which is when a full disk shows. */
static bool is_whole(const char *path, const char *last_line)
{
    char tail[16] = "";
    FILE *file = g_fopen(path, "rb");
    if (file == NULL)
        return false;
    size_t length = strlen(last_line);
    bool whole = fseek(file, -(long)length, SEEK_END) == 0 &&
                 fread(tail, 1, length, file) == length && strcmp(tail, last_line) == 0 &&
                 fsync(fileno(file)) == 0;
    fclose(file);
    return whole;
}

static bool write_to(CoLp *lp, bool lp_format, const char *path, GError **error)
{
    Writing writing = {.lp = lp, .lp_format = lp_format, .path = path};
    co_glpk_prob_prepare(lp);
    CoGlpkCall call = {.body = write_model, .data = &writing};
    if (co_glpk_guard(&call) != CO_GLPK_DONE) {
        g_set_error(error, CO_GROUPING_ERROR, CO_GROUPING_ERROR_ENGINE,
                    "the LP engine gave up while writing the model");
        return false;
    }
    if (writing.code != 0 || !is_whole(path, lp_format ? "End\n" : "ENDATA\n")) {
        g_set_error(error, CO_GROUPING_ERROR, CO_GROUPING_ERROR_WRITE,
                    "the model could not be written whole (disk full?)");
        return false;
    }
    return true;
}

static bool refuse_path(const char *path, GError **error)
{
    int saved_errno = errno;
    g_set_error(error, CO_GROUPING_ERROR, CO_GROUPING_ERROR_WRITE, "cannot write \"%s\": %s", path,
                g_strerror(saved_errno));
    return false;
}

bool co_lp_write(CoLp *lp, bool lp_format, const char *path, GError **error)
{
    g_return_val_if_fail(lp != NULL && path != NULL && *path != '\0', false);
    g_return_val_if_fail(error == NULL || *error == NULL, false);
    g_autofree char *draft = g_strconcat(path, ".XXXXXX", NULL);
    int fd = g_mkstemp_full(draft, O_RDWR, 0666);
    if (fd < 0)
        return refuse_path(path, error);
    close(fd);
    bool written = write_to(lp, lp_format, draft, error);
    if (written && g_rename(draft, path) != 0)
        written = refuse_path(path, error);
    if (!written)
        g_unlink(draft);
    return written;
}
