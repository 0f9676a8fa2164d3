/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of the readiness report, in one folder. */
#include "readiness_files.h"

#include <string.h>

#include "outputs/kit/delivery.h"

static const char *const names[] = {"qualite.xlsx", "qualite.html", "relances.csv", NULL};

static bool write_text(CoDelivery *delivery, const char *name, char *text, GError **error)
{
    g_autofree char *owned = text;
    return co_delivery_write(delivery, name, owned, strlen(owned), error);
}

static bool write_book(const CoReadinessContext *context, CoDelivery *delivery, GError **error)
{
    g_autofree char *path = co_delivery_path(delivery, names[0], error);
    return path != NULL &&
           co_readiness_workbook(context, path, co_delivery_folder(delivery), error);
}

bool co_output_readiness(const CoReadinessContext *context, const char *folder, GError **error)
{
    g_return_val_if_fail(context != NULL && context->campaign != NULL, false);
    g_return_val_if_fail(context->readiness != NULL, false);
    g_return_val_if_fail(folder != NULL && *folder != '\0', false);
    static const CoDeliveryKind kind = {.names = names};
    g_autoptr(CoDelivery) delivery = co_delivery_new(folder, &kind, error);
    return delivery != NULL && write_book(context, delivery, error) &&
           write_text(delivery, names[1], co_readiness_page(context), error) &&
           write_text(delivery, names[2], co_readiness_reminders(context), error) &&
           co_delivery_commit(delivery, error);
}
